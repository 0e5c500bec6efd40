import { sql } from 'drizzle-orm';
import type { CatalogueEntry } from './catalogue/catalogueFile.ts';
import { recommend } from './catalogue/rank.ts';
import type { Db } from './database/database.ts';
import { errorLine } from './errorLine.ts';
import { refuse } from './http/reply.ts';
import type { Handlers } from './http/walk.ts';
import type { News } from './news/newsFile.ts';
import { writeRss } from './news/rss.ts';
import { receive } from './submissions/receive.ts';
import { withdraw } from './submissions/withdraw.ts';

/** What the hub is made of. */
export interface Parts {
  readonly db: Db;
  readonly news: News;
  readonly catalogue: readonly CatalogueEntry[];
}

/** Seconds for which caches may keep news and recommendations. */
const NEWS_AGE = 300;
const CATALOGUE_AGE = 3_600;

/** What the hub does for each route of the contract. */
export function makeHandlers({ db, news, catalogue }: Parts): Handlers {
  return {
    news: async ({ url }) => {
      const { origin, pathname } = new URL(url);
      return { status: 200, value: writeRss(news, origin + pathname), maxAge: NEWS_AGE };
    },
    extensions: async ({ input }) => ({
      status: 200,
      value: { extensions: recommend(catalogue, input) },
      maxAge: CATALOGUE_AGE,
    }),
    feedback: ({ input, bytes }) => whenDatabaseAnswers(() => receive(db, input, bytes)),
    issue: ({ input, bytes }) => whenDatabaseAnswers(() => receive(db, input, bytes)),
    newsletter: ({ input, bytes }) => whenDatabaseAnswers(() => receive(db, input, bytes)),
    withdrawal: ({ input }) => whenDatabaseAnswers(() => withdraw(db, input)),
    health: async () => ({ status: 200, value: { service: 'noticeboard', ok: true } }),
    ready: () =>
      whenDatabaseAnswers(async () => {
        await db.execute(sql`select 1`);
        return { status: 200, value: { service: 'noticeboard', ok: true } };
      }),
  };
}

/** What the database cannot do now it may do later: the client is told to come again. */
async function whenDatabaseAnswers<T>(ask: () => Promise<T>) {
  try {
    return await ask();
  } catch (error) {
    console.error(`The database failed: ${errorLine(error)}`);
    return refuse('busy', 'The database does not answer. Try again later.');
  }
}
