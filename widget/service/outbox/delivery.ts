import { routes } from '../../contract/routes.ts';
import { clearForgotten } from '../forget/clearForgotten.ts';
import { randomUuid } from '../random.ts';
import type { Transaction } from '../storage/database.ts';
import { StorageError } from '../storage/storageError.ts';
import { byteLength } from '../submissions/message.ts';
import type { Surroundings } from '../surroundings.ts';
import { backOff, LONGEST_WAIT } from './backOff.ts';
import { keepReceipt } from './deliveredItem.ts';
import { endLease, holdLease, LEASE_TERM, liveLease, underLease } from './lease.ts';
import type { OutboxItem } from './outboxItem.ts';
import { leaseName, loadItem, loadItems, saveItem } from './outboxItem.ts';
import type { Verdict } from './verdict.ts';
import { judge } from './verdict.ts';
import { loadWithdrawn, noteWithdrawn } from './withdrawnItem.ts';

/** Whatever made an attempt fail within the browser, such as a full disk, gets this long to pass, in milliseconds. */
const PAUSE = 5 * 60 * 1000;

/**
 * Delivers what is due. To be called on start-up, by the alarm that `wakeAt` asked for, and on any message: it is cheap
 * when nothing waits, and does nothing while somebody else is sending. Never throws.
 */
export async function resume(surroundings: Surroundings): Promise<void> {
  try {
    await surroundings.keepAwake(deliverAll(surroundings));
  } catch (error) {
    report(error);
    await surroundings.wakeAt(surroundings.clock.now() + PAUSE).catch(() => {});
  }
}

/**
 * As `resume`, when the browser says that it is online again: what failed for want of a network is due. Never throws.
 */
export async function resumeOnline(surroundings: Surroundings): Promise<void> {
  try {
    await makeDue(surroundings, (item) => item.failure === 'offline');
  } catch (error) {
    report(error);
  }
  await resume(surroundings);
}

/** Has those of what waits tried by the next `resume`. Throws `StorageError`. */
export function makeDue({ database }: Surroundings, chosen: (item: OutboxItem) => boolean): Promise<void> {
  return database.write(async (transaction) => {
    for (const item of await loadItems(transaction)) {
      if (!item.refused && chosen(item)) await saveItem(transaction, { ...item, nextAttemptAt: 0 });
    }
  });
}

/** What waits is stored, and is tried again; the person was told when it was not stored. All else is a defect. */
function report(error: unknown): void {
  if (!(error instanceof StorageError)) console.error('Noticeboard:', error);
}

async function deliverAll(surroundings: Surroundings): Promise<void> {
  const { database } = surroundings;
  const holder = randomUuid();
  // Durably: what leaves is marked as tried before, and after a power cut it would else be withdrawn from here alone.
  let step = await database.writeDurably((transaction) => next(transaction, surroundings, holder));
  while (step.item !== null) {
    const { item } = step;
    // Should this worker die in the middle, somebody is called once its lease has run out.
    await surroundings.wakeAt(surroundings.clock.now() + LEASE_TERM);
    const verdict = await underLease(surroundings, holder, attempt(surroundings, item));
    step = await database.writeDurably(async (transaction) => {
      await settle(transaction, surroundings, holder, item, verdict);
      return next(transaction, surroundings, holder);
    });
  }
  if (step.wakeAt === null) await noteIfDone(surroundings);
  else await surroundings.wakeAt(step.wakeAt);
}

/**
 * Tells the home when nothing waits any more. In a transaction of its own that only reads: one that writes may come to
 * nothing after it was told, and then what still waits would be forgotten.
 */
function noteIfDone({ database, noteWaiting }: Surroundings): Promise<void> {
  return database.read(async (transaction) => {
    noteWaiting((await loadItems(transaction)).some(({ refused }) => !refused));
  });
}

type Step =
  | { readonly item: OutboxItem }
  /** Nothing to do; `wakeAt` when there will be. */
  | { readonly item: null; readonly wakeAt: number | null };

/** Takes the lease for the next message that is due, or gives it back. */
async function next(transaction: Transaction, { clock }: Surroundings, holder: string): Promise<Step> {
  const items = await loadItems(transaction);
  const waiting = items.filter((item) => !item.refused);
  const lease = await liveLease(transaction, clock);
  if (lease && lease.holder !== holder) return { item: null, wakeAt: waiting.length > 0 ? lease.expires : null };
  // Withdrawals first; then who has failed less, so that one hopeless message does not hold up the others.
  waiting.sort((a, b) => rank(a) - rank(b) || a.attempts - b.attempts || a.createdAt - b.createdAt);
  const now = clock.now();
  let wakeAt: number | null = null;
  for (const item of waiting) {
    if (item.nextAttemptAt <= now || item.nextAttemptAt > now + LONGEST_WAIT) {
      await holdLease(transaction, holder, leaseName(item), now);
      if (!item.tried) await saveItem(transaction, { ...item, tried: true });
      return { item };
    }
    wakeAt = Math.min(wakeAt ?? item.nextAttemptAt, item.nextAttemptAt);
  }
  if (lease) await endLease(transaction);
  return { item: null, wakeAt };
}

function rank({ kind }: OutboxItem): number {
  return kind === 'withdrawal' ? 0 : 1;
}

async function attempt({ transport }: Surroundings, item: OutboxItem): Promise<Verdict> {
  const { id, kind, feature, hub, body, owner } = item;
  const purpose = kind === 'message' ? feature : kind;
  const { method, path } = routes[purpose];
  const timeout = 25_000 + Math.ceil(byteLength(body) / 32_768) * 1_000;
  return judge(await transport({ url: hub + path, method, body, timeout }, { purpose, owner, message: id }), item);
}

/** Writes down what an attempt came to. */
async function settle(
  transaction: Transaction,
  { clock }: Surroundings,
  holder: string,
  item: OutboxItem,
  verdict: Verdict,
): Promise<void> {
  const now = clock.now();
  const stored = await loadItem(transaction, item.id);
  // The hub's word is true whoever holds the lease by now. A receipt is though the message was discarded on its way, but
  // not once the message was withdrawn: then it is older than that.
  if (verdict.kind === 'delivered') {
    if (await loadWithdrawn(transaction, item.id)) return;
    await keepReceipt(transaction, item, verdict.receipt, now);
    // What was taken back and changed waits under the same id, and so does a withdrawal.
    if (stored?.body === item.body) await transaction.delete('outbox', item.id);
    return;
  }
  if (verdict.kind === 'withdrawn') {
    if (stored === undefined) return;
    await noteWithdrawn(transaction, stored, now);
    return clearForgotten(transaction);
  }
  const lease = await liveLease(transaction, clock);
  if (stored?.body !== item.body || (lease && lease.holder !== holder)) return;
  const attempts = stored.attempts + 1;
  const changed = { ...stored, attempts, failure: verdict.failure };
  if (verdict.kind === 'refused') return saveItem(transaction, { ...changed, refused: true, detail: verdict.detail });
  const nextAttemptAt = now + backOff(attempts, verdict.retryAfter, clock.random());
  return saveItem(transaction, { ...changed, nextAttemptAt });
}
