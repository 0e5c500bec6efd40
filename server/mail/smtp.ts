import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings/settings.ts';
import { lastWord } from './lastWord.ts';
import type { Outcome, SendMail } from './mail.ts';

/** How long, in milliseconds, a mail server may keep us waiting: for each step, and for a whole mail. */
const STEP = 30_000;
const WHOLE = 120_000;

/** Sends by the mail server of the settings. Beyond this machine only over TLS: the address says who is interested. */
export function smtp({ smtpUrl, from }: MailSettings): SendMail {
  const options = {
    url: smtpUrl,
    requireTLS: !/^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(smtpUrl).hostname),
    connectionTimeout: STEP,
    greetingTimeout: STEP,
    socketTimeout: STEP,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return async ({ to, ...mail }, beforeEnd) => {
    const last = lastWord(beforeEnd);
    const transport = createTransport(options).use('stream', ({ message }, done) => {
      last.addTo(message);
      done();
    });
    try {
      await transport.sendMail({
        ...mail,
        from,
        to: { name: '', address: to },
        signal: AbortSignal.timeout(WHOLE),
      });
      return { outcome: 'sent' };
    } catch (error) {
      return judge(error, await last.wasDone());
    }
  };
}

/** Only codes are told: the server's own words often hold the address. */
function judge(error: unknown, ended: boolean): Outcome {
  const told = {
    code: wordOf(error, 'code') ?? 'unknown',
    command: wordOf(error, 'command'),
    status: wordOf(error, 'responseCode'),
  };
  const why = [told.code, told.command, told.status].filter((word) => word !== undefined).join(' ');
  if (ended && told.status === undefined) return { outcome: 'unknown', why };
  const aboutThisMail = told.command === 'RCPT TO' || told.command === 'DATA';
  if (!aboutThisMail) return { outcome: 'unreachable', why };
  return { outcome: Number(told.status) >= 500 ? 'refused' : 'later', why };
}

function wordOf(error: unknown, key: 'code' | 'command' | 'responseCode'): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
