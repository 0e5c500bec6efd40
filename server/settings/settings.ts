import type { Rates } from '../limits/limits.ts';
import type { RetentionDays } from '../retention/kinds.ts';
import { daysOf } from '../retention/kinds.ts';
import { SetupError } from '../setupError.ts';
import type { Environment } from './variables.ts';
import { readDays, readVariables } from './variables.ts';

/** How mails get out. */
export interface MailSettings {
  readonly smtpUrl: string;
  /** The sender that readers see. */
  readonly from: string;
  /** Where the links in mails lead: the hub's public address, without a slash at its end. */
  readonly publicUrl: string;
}

/** What is absent has its default. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Whether `/demo` is there: everywhere but in production. */
  readonly demo: boolean;
  /** The address by which others know the hub, without a slash at its end. */
  readonly publicUrl?: string | undefined;
  /** Absent: no mail goes out. */
  readonly mail?: MailSettings | undefined;
  /** How many proxies stand before the hub, each adding to X-Forwarded-For; absent: none, and the header is not read. */
  readonly trustProxy?: number;
  readonly rates?: Rates;
  readonly keepDays?: RetentionDays;
}

/** Reads the settings from environment variables; an empty one counts as not set. Throws a SetupError that names it. */
export function readSettings(environment: Environment): Settings {
  const set = readVariables(environment);
  const publicUrl = set.PUBLIC_URL?.replace(/\/$/, '');
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL,
    demo: set.NODE_ENV !== 'production',
    publicUrl,
    mail: mailSettings(set.SMTP_URL, set.MAIL_FROM, publicUrl),
    trustProxy: set.TRUST_PROXY,
    rates: {
      install: set.RATE_INSTALL,
      sender: set.RATE_SENDER,
      senderMegabytes: set.RATE_SENDER_MB,
      signUps: set.RATE_SIGN_UPS,
      mails: set.RATE_MAILS,
    },
    keepDays: daysOf((kind) => readDays(environment, kind)),
  };
}

function mailSettings(smtpUrl: string | undefined, from: string | undefined, publicUrl: string | undefined) {
  if (smtpUrl === undefined) return undefined;
  if (from === undefined)
    throw new SetupError('SMTP_URL needs MAIL_FROM: the sender, such as News <news@vendor.example>.');
  if (publicUrl === undefined) {
    throw new SetupError('SMTP_URL needs PUBLIC_URL: where links in mails lead, such as https://hub.example.');
  }
  return { smtpUrl, from, publicUrl };
}
