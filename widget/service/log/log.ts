import * as z from 'zod/mini';
import type { LogEntry, Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import { receiptNumber } from '../../contract/receipt.ts';
import { readPage } from '../owner.ts';
import { parse } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner, PageReader, Surroundings } from '../surroundings.ts';
import type { Entry } from './entry.ts';
import { isReadable, loadEntry, nextEntries, readableOwners } from './entry.ts';
import { standingOf } from './standing.ts';

/** Entries that are looked at in one transaction, which others wait for; as many are an answer. */
const STEP = 50;
/** Steps after which a search answers what it has found so far. */
const STEPS = 10;

const storedBody = z.object({ text: z.string() });

/** What left this browser, for the person on whose behalf it did. */
export function logHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'log' | 'sentBody' | 'deleteLog'> {
  const { database } = surroundings;
  const owners = async () => readableOwners(surroundings, await readPage(read));

  return {
    async log({ words, from }) {
      const whose = await owners();
      const entries: LogEntry[] = [];
      let next = from;
      for (let step = 0; step < STEPS && entries.length < STEP; step++) {
        const found = await database.read((transaction) => look(transaction, whose, next ?? '', words.trim()));
        entries.push(...found.entries);
        next = found.next;
        if (next === null) break;
      }
      return success({ entries, next });
    },

    async sentBody({ key }) {
      const whose = await owners();
      return database.read(async (transaction) => {
        const entry = await loadEntry(transaction, key);
        const body = entry && isReadable(whose, entry) ? await bodyOf(transaction, entry) : undefined;
        return body === undefined ? failure('gone') : success({ body });
      });
    },

    async deleteLog() {
      const whose = await owners();
      await database.write(async (transaction) => {
        let entries: Entry[];
        do {
          entries = await nextEntries(transaction, whose, '', STEP);
          for (const { key, body } of entries) {
            await transaction.delete('log', key);
            if (body !== null) await transaction.delete('bodies', body);
          }
        } while (entries.length > 0);
      });
      return success({});
    },
  };
}

/** The entries of one step that hold the words, and where the next step begins; null where there is none. */
async function look(transaction: Transaction, owners: readonly (Owner | null)[], after: string, words: string) {
  const step = await nextEntries(transaction, owners, after, STEP);
  const entries: LogEntry[] = [];
  for (const entry of step) {
    if (words !== '' && !(await holds(transaction, entry, words.toLowerCase()))) continue;
    entries.push({ ...entry, standing: await standingOf(transaction, entry.message) });
  }
  return { entries, next: step.length < STEP ? null : (step.at(-1)?.key ?? null) };
}

/** Whether the words, in lower case, stand in what was sent or answered, or are its receipt number. */
async function holds(transaction: Transaction, entry: Entry, words: string): Promise<boolean> {
  const { url, purpose, answer, message } = entry;
  const head = [purpose, url, answer, message === null ? '' : receiptNumber(message)];
  if (head.some((text) => text.toLowerCase().includes(words))) return true;
  return (await bodyOf(transaction, entry))?.toLowerCase().includes(words) ?? false;
}

async function bodyOf(transaction: Transaction, { body }: Entry): Promise<string | undefined> {
  return body === null ? undefined : parse(storedBody, await transaction.get('bodies', body))?.text;
}
