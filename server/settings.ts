import * as z from 'zod/mini';
import { SetupError } from './setupError.ts';

const environment = z.object({
  /** 0 takes any free port. */
  PORT: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65535)), 8787),
  /** A hub stands behind a reverse proxy on the same machine; in a container set 0.0.0.0. */
  HOST: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  /** Folder of the embedded database. */
  DATA_DIR: z._default(z.string().check(z.minLength(1)), '.data'),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
  NODE_ENV: z.optional(z.string()),
});

const hints = {
  PORT: 'a port number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1',
  DATA_DIR: 'a folder',
  DATABASE_URL: 'an address such as postgresql://user:password@host/database',
  NODE_ENV: 'development or production',
};

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** Whether `/demo` is there: everywhere but in production. */
  readonly demo: boolean;
}

/** Reads the settings from environment variables; an empty one counts as not set. Throws a SetupError that names it. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = z.safeParse(environment, set);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => path[0]);
    const hint = Object.entries(hints).find(([name]) => wrong.includes(name));
    throw new SetupError(hint ? `${hint[0]} must be ${hint[1]}.` : 'The settings are wrong.');
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, NODE_ENV } = parsed.data;
  return { port: PORT, host: HOST, dataDir: DATA_DIR, databaseUrl: DATABASE_URL, demo: NODE_ENV !== 'production' };
}
