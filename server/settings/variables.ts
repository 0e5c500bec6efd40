import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { limits } from '../../widget/contract/limits.ts';
import { defaultRates } from '../limits/limits.ts';
import type { RetentionKind } from '../retention/kinds.ts';
import { retention, variableOf } from '../retention/kinds.ts';
import { SetupError } from '../setupError.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const words = z.string().check(z.minLength(1));
const rate = (count: number, least = 1) =>
  z._default(z.coerce.number().check(z.int(), z.gte(least), z.lte(1_000_000)), count);
const days = z.coerce.number().check(z.int(), z.gte(1), z.lte(36_500));

/** The largest message must be let in. */
const LARGEST_MB = Math.ceil(limits.issueBytes / (1024 * 1024));

const schema = z.object({
  /** 0 takes any free port. */
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 8787),
  /** A hub stands behind a reverse proxy on the same machine; in a container set 0.0.0.0. */
  HOST: z._default(words, '127.0.0.1'),
  /** Folder of the embedded database. */
  DATA_DIR: z._default(words, '.data'),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
  NODE_ENV: z.optional(z.string()),
  PUBLIC_URL: z.optional(z.string().check(z.regex(/^https?:\/\/[^/\s?#@]+\/?$/))),
  SMTP_URL: z.optional(z.string().check(z.refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url)))),
  MAIL_FROM: z.optional(z.string().check(z.regex(/^[^\p{Cc}]*[^\s@<>]+@[^\s@<>]+>?$/u))),
  TRUST_PROXY: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(10)), 0),
  RATE_INSTALL: rate(defaultRates.install),
  RATE_SENDER: rate(defaultRates.sender),
  RATE_SENDER_MB: rate(defaultRates.senderMegabytes, LARGEST_MB),
  RATE_SIGN_UPS: rate(defaultRates.signUps),
  RATE_MAILS: rate(defaultRates.mails),
});

const aRate = 'a number from 1 to 1000000';
const hints: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'an address such as postgresql://user:password@host/database',
  NODE_ENV: 'development or production',
  PUBLIC_URL: 'an address such as https://hub.example, without a path',
  SMTP_URL: 'an address such as smtps://user:password@mail.example',
  MAIL_FROM: 'a sender such as News <news@vendor.example>',
  TRUST_PROXY: 'the number of proxies before the hub, from 0 to 10',
  RATE_INSTALL: aRate,
  RATE_SENDER: aRate,
  RATE_SENDER_MB: `a number from ${LARGEST_MB} to 1000000`,
  RATE_SIGN_UPS: aRate,
  RATE_MAILS: aRate,
};

/** What may be a secret may stand in a file instead: `SMTP_URL_FILE` names the one that holds `SMTP_URL`. */
const SECRETS = ['DATABASE_URL', 'SMTP_URL'];

/** Parses the variables; an empty one counts as not set. Throws a SetupError that names the wrong one, never its value. */
export function readVariables(environment: Environment): z.infer<typeof schema> {
  const parsed = z.safeParse(schema, withSecrets(setOnly(environment)));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path }) => path[0]);
  const hint = Object.entries(hints).find(([name]) => wrong.includes(name));
  throw new SetupError(hint ? `${hint[0]} must be ${hint[1]}.` : 'The settings are wrong.');
}

/** How many days a kind of record is kept. */
export function readDays(environment: Environment, kind: RetentionKind): number {
  const name = variableOf(kind);
  const parsed = z.safeParse(z._default(days, retention[kind].days), setOnly(environment)[name]);
  if (!parsed.success) throw new SetupError(`${name} must be a number of days from 1 to 36500.`);
  return parsed.data;
}

function setOnly(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

function withSecrets(environment: Environment): Environment {
  const read = SECRETS.flatMap((name) => {
    const file = environment[`${name}_FILE`];
    return file === undefined ? [] : [[name, contentOf(`${name}_FILE`, file)]];
  });
  return { ...environment, ...Object.fromEntries(read) };
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new SetupError(`${name} must name a file that can be read.`);
  }
}
