import { parseArgs } from 'node:util';
import { readDataFile } from '../dataFile.ts';
import { newsPath } from '../dataPaths.ts';
import type { Desk } from '../desk/desk.ts';
import { newsFile } from '../news/newsFile.ts';
import { chooseItems } from '../newsletter/issue.ts';
import { issueMail } from '../newsletter/issueMail.ts';
import type { Settings } from '../settings/settings.ts';
import { SetupError } from '../setupError.ts';

/** Makes an issue of news items; the running hub sends it. Throws a SetupError for options or items that are wrong. */
export async function sendNewsletter(args: readonly string[], settings: Settings, usage: string) {
  const options = optionsOf(args);
  if (!options?.items) throw new SetupError(usage);
  const news = await readDataFile(newsPath, newsFile);
  const issue = chooseItems(news, options.items.split(','), options.subject);
  return async (desk: Desk): Promise<void> => {
    if (options['dry-run']) {
      const masthead = { title: news.title, publicUrl: settings.publicUrl ?? 'https://hub.example' };
      const reader = { name: null, unsubscribe: `${masthead.publicUrl}/subscriptions/unsubscribe` };
      const { subject, text } = await issueMail(masthead, issue, reader);
      console.log(`Subject: ${subject}\n\n${text}`);
      console.log(told(await desk.planIssue(issue), 'would go'));
      return;
    }
    console.log(told(await desk.makeIssue(issue), 'goes'));
    if (settings.mail === undefined) console.log('SMTP_URL is not set here. Mails go out from a hub that has it.');
  };
}

function told({ mails, madeBefore }: Awaited<ReturnType<Desk['planIssue']>>, goes: string): string {
  if (madeBefore !== null) return `An issue of these items was made at ${madeBefore}. Nobody gets it twice.`;
  return `It ${goes} to ${mails} subscriber${mails === 1 ? '' : 's'}.`;
}

function optionsOf(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { items: { type: 'string' }, subject: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    });
    return values;
  } catch {
    return undefined;
  }
}
