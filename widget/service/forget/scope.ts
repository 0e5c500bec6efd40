import * as z from 'zod/mini';
import type { Page } from '../../contract/page.ts';
import type { OutboxItem } from '../outbox/outboxItem.ts';
import { ownerOf } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import type { Owner, Surroundings } from '../surroundings.ts';

const NAME = 'forgetting';

const scope = z.object({ baseUrl: z.string(), userId: z.nullable(z.string()) });

/** An install as one of its users knows it, or as the whole browser does where no user is named. */
export type Scope = z.infer<typeof scope>;

/** What may be forgotten by whoever has that page in front: of a browser that users share, only what is theirs. */
export function scopeOf({ shared }: Surroundings, page: Page): Scope {
  const { baseUrl, userId } = ownerOf(page);
  return { baseUrl, userId: shared ? userId : null };
}

export function isWithin({ baseUrl, userId }: Scope, owner: Owner | null): boolean {
  return owner !== null && owner.baseUrl === baseUrl && (userId === null || owner.userId === userId);
}

/** Whether it is a withdrawal that forgetting the install waits for: one that the person gave up holds nothing up. */
export function holdsUp(scope: Scope, { kind, listed, owner }: OutboxItem): boolean {
  return kind === 'withdrawal' && listed && isWithin(scope, owner);
}

/** What is to be forgotten once nothing of it waits. */
export async function loadForgetting(transaction: Transaction): Promise<Scope[]> {
  return (await readValue(transaction, NAME, z.array(scope))) ?? [];
}

export function saveForgetting(transaction: Transaction, scopes: readonly Scope[]): Promise<void> {
  return scopes.length > 0 ? transaction.put('values', scopes, NAME) : transaction.delete('values', NAME);
}
