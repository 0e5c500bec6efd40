import * as z from 'zod/mini';
import { failureCodes } from '../../contract/failure.ts';
import { orElse } from '../../contract/orElse.ts';
import type { Page } from '../../contract/page.ts';
import { purposes } from '../../contract/purpose.ts';
import { NOBODY, ownerKey, ownerOf, ownerRecord } from '../owner.ts';
import { parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner, Surroundings } from '../surroundings.ts';

const text = orElse(z.string(), '');
const name = orElse(z.nullable(z.string()), null);
const count = orElse(z.number(), 0);

// Only what is found by no key is of no use.
const entry = z.object({
  key: z.string(),
  owner: ownerRecord,
  at: count,
  purpose: orElse(z.enum(purposes), 'hub'),
  method: text,
  url: text,
  bytes: count,
  /** Under which name what it carried is kept. */
  body: name,
  message: name,
  status: orElse(z.nullable(z.number()), null),
  failure: orElse(z.nullable(z.enum(failureCodes)), null),
  answer: text,
});
export type Entry = z.infer<typeof entry>;

/**
 * Whose entries whoever has that page in front may read: null stands for everybody's. A browser profile is one person's, so
 * what it asked for by itself is theirs, too.
 */
export function readableOwners({ shared }: Surroundings, page: Page | null): (Owner | null)[] {
  if (page === null) return shared ? [] : [null];
  return shared ? [ownerOf(page)] : [ownerOf(page), NOBODY];
}

export function isReadable(owners: readonly (Owner | null)[], { owner }: Entry): boolean {
  return owners.some((each) => each === null || ownerKey(each) === ownerKey(owner));
}

/** The next entries after that key, newest first, at most `count`. */
export async function nextEntries(
  transaction: Transaction,
  owners: readonly (Owner | null)[],
  after: string,
  count: number,
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const owner of owners) found.push(...parseAll(entry, await transaction.log(after, count, owner)));
  found.sort((a, b) => (a.key < b.key ? -1 : 1));
  return found.slice(0, count);
}

export async function loadEntry(transaction: Transaction, key: string): Promise<Entry | undefined> {
  return parseAll(entry, [await transaction.get('log', key)])[0];
}
