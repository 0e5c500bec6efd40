import { errorLine, isAboutData } from '../errorLine.ts';
import type { Refusal } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';

/** What the database cannot do now it may do later: the client is told to come again, unless its data is at fault. */
export async function whenDatabaseAnswers<T>(ask: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await ask();
  } catch (error) {
    if (isAboutData(error)) return refuse('bad-request', 'The message holds a value that cannot be stored.');
    console.error(`The database failed: ${errorLine(error)}`);
    return refuse('busy', 'The database does not answer. Try again later.');
  }
}
