import type { Desk } from '../desk/desk.ts';
import { SetupError } from '../setupError.ts';
import { asJson, asText } from '../submissions/write.ts';
import { print } from './print.ts';

/** Prints all that came in, for people or, with `--json`, for programs. Throws a SetupError for other options. */
export function listSubmissions([format, ...rest]: readonly string[], usage: string) {
  if ((format !== undefined && format !== '--json') || rest.length > 0) throw new SetupError(usage);
  const write = format === '--json' ? asJson : asText;
  return async ({ submissions }: Desk): Promise<void> => {
    let next: string | null = null;
    let count = 0;
    do {
      const page = await submissions(next);
      await print(page.submissions.map((submission) => `${write(submission)}\n`).join(''));
      count += page.submissions.length;
      next = page.next;
    } while (next !== null);
    if (count === 0) console.error('Nothing came in yet.');
  };
}
