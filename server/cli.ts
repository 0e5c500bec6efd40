import { existsSync } from 'node:fs';
import { embeddedPath } from './database/embedded.ts';
import { openDatabase } from './database/open.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import { SetupError } from './setupError.ts';
import { submissionsThrough } from './submissions/door.ts';
import { submissionsIn } from './submissions/inDatabase.ts';
import type { Submissions } from './submissions/submission.ts';
import { asJson, asText } from './submissions/write.ts';

const usage = `npm run hub -- submissions          what came in, newest first
npm run hub -- submissions --json   the same in full, one JSON object a line`;

/** `npm run hub -- …`: reads what DATA_DIR or DATABASE_URL holds, while a hub runs on it or not. */
async function main([command, format, ...rest]: string[]): Promise<void> {
  const known = command === 'submissions' && (format === undefined || format === '--json') && rest.length === 0;
  if (!known) throw new SetupError(usage);
  await withSubmissions(readSettings(process.env), async (submissions) => {
    const write = format === '--json' ? asJson : asText;
    let next: string | null = null;
    let count = 0;
    do {
      const page = await submissions(next);
      for (const submission of page.submissions) process.stdout.write(`${write(submission)}\n`);
      count += page.submissions.length;
      next = page.next;
    } while (next !== null);
    if (count === 0) console.error('Nothing came in yet.');
  });
}

async function withSubmissions(settings: Settings, use: (submissions: Submissions) => Promise<void>): Promise<void> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined) {
    const running = await submissionsThrough(dataDir);
    if (running) return use(running);
    if (!existsSync(embeddedPath(dataDir))) throw new SetupError(`No hub has run on ${dataDir} (DATA_DIR) yet.`);
  }
  const database = await openDatabase(settings);
  try {
    await use(submissionsIn(database.db));
  } finally {
    await database.close();
  }
}

// Whoever pipes the list into `head` has seen enough.
process.stdout.on('error', () => process.exit(0));
main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  },
);
