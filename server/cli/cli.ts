import { defaultDays, retentionTable } from '../retention/kinds.ts';
import { readSettings } from '../settings/settings.ts';
import { SetupError } from '../setupError.ts';
import { listSubmissions } from './listSubmissions.ts';
import { print } from './print.ts';
import { sendNewsletter } from './sendNewsletter.ts';
import { withDesk } from './withDesk.ts';

const usage = `npm run hub -- submissions                    what came in, newest first
npm run hub -- submissions --json             the same in full, one JSON object a line
npm run hub -- newsletter --items ID,ID       sends these news items to all subscribers
                          [--subject TEXT]    instead of the first item's title
                          [--dry-run]         shows it, and sends nothing
npm run hub -- retention                      how long what is kept, as Markdown`;

/** `npm run hub -- …`: works with what DATA_DIR or DATABASE_URL holds, while a hub runs on it or not. */
async function main([command, ...options]: string[]): Promise<void> {
  const settings = readSettings(process.env);
  if (command === 'submissions') await withDesk(settings, listSubmissions(options, usage));
  else if (command === 'newsletter') await withDesk(settings, await sendNewsletter(options, settings, usage));
  else if (command === 'retention' && options.length === 0) {
    await print(retentionTable(settings.keepDays ?? defaultDays));
  } else throw new SetupError(usage);
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
