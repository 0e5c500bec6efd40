import type { Answer } from '../../contract/failure.ts';
import { randomUuid } from '../random.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { byteLength } from '../submissions/message.ts';
import type { Clock, HubReply, HubRequest, LoggedTransport, Occasion, Owner, Transport } from '../surroundings.ts';

/** The owner of what nobody in particular asked for. */
export const NOBODY: Owner = { baseUrl: '', userId: '' };

/** Above every time that a clock may show, in milliseconds since 1970. */
const END_OF_TIME = 1e15;
/** What is kept of an answer to a message; a receipt has a tenth of it. */
const ANSWER = 1_000;

/**
 * Has every request noted before it leaves, with its exact bytes, and again once it is answered. Should the note fail, as
 * it does in a browser without room, the request goes all the same: a message matters more than the note of it.
 */
export function logged(transport: Transport, database: Database, clock: Clock): LoggedTransport {
  const keep = async (work: (transaction: Transaction) => Promise<void>) => database.write(work).catch(() => undefined);
  return async (request, occasion) => {
    const entry = entryFor(request, occasion, clock.now());
    await keep(async (transaction) => {
      await transaction.put('log', entry);
      if (request.body !== undefined) await transaction.put('bodies', { id: entry.body, text: request.body });
    });
    const answer = await transport(request);
    await keep(async (transaction) => {
      // It may have been deleted meanwhile.
      if (await transaction.get('log', entry.key))
        await transaction.put('log', { ...entry, ...outcome(request, answer) });
    });
    return answer;
  };
}

/** The log's order is that of its keys: the newest first. */
function entryFor({ method, url, body }: HubRequest, { purpose, owner, message }: Occasion, at: number) {
  const key = `${String(END_OF_TIME - at).padStart(16, '0')} ${randomUuid()}`;
  // A message has the same bytes whenever it is sent, and they are kept once.
  const kept = body === undefined ? null : purpose === 'withdrawal' ? key : (message ?? key);
  const bytes = body === undefined ? 0 : byteLength(body);
  return { key, at, owner: owner ?? NOBODY, purpose, message, method, url, bytes, body: kept };
}

function outcome({ method }: HubRequest, answer: Answer<HubReply>) {
  if (!answer.ok) return { status: null, failure: answer.failure, answer: '' };
  const { status, text } = answer.value;
  // What is published is not what was sent, and can be read elsewhere.
  return { status, failure: null, answer: method === 'POST' ? text.slice(0, ANSWER) : '' };
}
