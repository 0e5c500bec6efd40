import * as z from 'zod/mini';
import type { Answer } from '../../contract/failure.ts';
import { NOBODY } from '../owner.ts';
import { parse } from '../parse.ts';
import { randomUuid } from '../random.ts';
import type { Database, Transaction } from '../storage/database.ts';
import { byteLength } from '../submissions/message.ts';
import type { Clock, HubReply, HubRequest, LoggedTransport, Occasion, Owner, Transport } from '../surroundings.ts';

/** Above every time that a clock may show, in milliseconds since 1970. */
const END_OF_TIME = 1e15;
/** What is kept of an answer to a message; a receipt has a tenth of it. */
const ANSWER = 1_000;

const keptBody = z.object({ text: z.string() });

/** A request as it is noted before it leaves. */
interface Noted extends Occasion, Pick<HubRequest, 'method' | 'url'> {
  readonly key: string;
  readonly at: number;
  readonly owner: Owner;
  readonly bytes: number;
  /** Under which name the bytes that it carries are kept. */
  body: string | null;
}

/**
 * Has every request noted before it leaves, with its exact bytes, and again once it is answered. Should the note fail, as
 * it does in a browser without room, the request goes all the same: a message matters more than the note of it.
 */
export function logged(transport: Transport, database: Database, clock: Clock): LoggedTransport {
  const keep = async (work: (transaction: Transaction) => Promise<void>) => database.write(work).catch(() => undefined);
  return async (request, occasion) => {
    const entry = entryFor(request, occasion, clock.now());
    const { body } = request;
    await keep(async (transaction) => {
      if (body !== undefined) entry.body = await keepBody(transaction, body, occasion.message, entry.key);
      await transaction.put('log', entry);
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
function entryFor({ method, url, body }: HubRequest, { purpose, owner, message }: Occasion, at: number): Noted {
  const key = `${String(END_OF_TIME - at).padStart(16, '0')} ${randomUuid()}`;
  const bytes = body === undefined ? 0 : byteLength(body);
  return { key, at, owner: owner ?? NOBODY, purpose, message, method, url, bytes, body: null };
}

/** Under which name the bytes are kept: that of the message, whose tries all have the same, else that of the entry. */
async function keepBody(transaction: Transaction, text: string, message: string | null, key: string): Promise<string> {
  const kept = message === null ? undefined : parse(keptBody, await transaction.get('bodies', message));
  const id = message === null || (kept && kept.text !== text) ? key : message;
  if (!kept || id === key) await transaction.put('bodies', { id, text });
  return id;
}

function outcome({ method }: HubRequest, answer: Answer<HubReply>) {
  if (!answer.ok) return { status: null, failure: answer.failure, answer: '' };
  const { status, text } = answer.value;
  // What is published is not what was sent, and can be read elsewhere.
  return { status, failure: null, answer: method === 'POST' ? text.slice(0, ANSWER) : '' };
}
