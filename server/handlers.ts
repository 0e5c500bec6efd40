import { sql } from 'drizzle-orm';
import type { CatalogueEntry } from './catalogue/catalogueFile.ts';
import { recommend } from './catalogue/rank.ts';
import type { Db } from './database/database.ts';
import { whenDatabaseAnswers } from './database/whenAnswers.ts';
import type { Handlers } from './http/walk.ts';
import { tooMany } from './limits/limitSenders.ts';
import type { RateLimits } from './limits/limits.ts';
import type { News } from './news/newsFile.ts';
import { writeRss } from './news/rss.ts';
import { signUp } from './newsletter/signUp.ts';
import { receive } from './submissions/receive.ts';
import { withdraw } from './withdrawals/withdraw.ts';

/** What the hub is made of. */
export interface Parts {
  readonly db: Db;
  readonly news: News;
  readonly catalogue: readonly CatalogueEntry[];
  readonly limits: RateLimits;
  /** The address by which others know the hub, where it is set. */
  readonly publicUrl: string | undefined;
}

/** Seconds for which caches may keep news and recommendations. */
const NEWS_AGE = 300;
const CATALOGUE_AGE = 3_600;

/** What the hub does for each route of the contract. */
export function makeHandlers({ db, news, catalogue, limits, publicUrl }: Parts): Handlers {
  return {
    news: async ({ url }) => {
      const { origin, pathname } = new URL(url);
      return { status: 200, value: writeRss(news, (publicUrl ?? origin) + pathname), maxAge: NEWS_AGE };
    },
    extensions: async ({ input }) => ({
      status: 200,
      value: { extensions: recommend(catalogue, input) },
      maxAge: CATALOGUE_AGE,
    }),
    feedback: ({ input, bytes }) => fromInstall(input, () => receive(db, input, bytes)),
    issue: ({ input, bytes }) => fromInstall(input, () => receive(db, input, bytes)),
    newsletter: ({ input, bytes }) => whenDatabaseAnswers(() => signUp(db, input, bytes, limits.mails)),
    withdrawal: ({ input }) => whenDatabaseAnswers(() => withdraw(db, input)),
    health: async () => ({ status: 200, value: { service: 'noticeboard', ok: true } }),
    ready: () =>
      whenDatabaseAnswers(async () => {
        await db.execute(sql`select 1`);
        return { status: 200, value: { service: 'noticeboard', ok: true } };
      }),
  };

  async function fromInstall<T>({ fields }: { fields: { installKey?: string | undefined } }, take: () => Promise<T>) {
    const refusal = fields.installKey === undefined ? null : tooMany(limits.install, fields.installKey);
    return refusal ?? whenDatabaseAnswers(take);
  }
}
