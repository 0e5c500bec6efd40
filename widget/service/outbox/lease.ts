import * as z from 'zod/mini';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import type { Clock, Surroundings } from '../surroundings.ts';

/** How long a lease holds unless it is renewed, in milliseconds. */
export const LEASE_TERM = 20_000;

const NAME = 'lease';
const leaseRecord = z.object({ holder: z.string(), item: z.string(), expires: z.number() });

/** Who is sending, and which message; of all tabs and workers on this database, one at a time. */
export type Lease = z.infer<typeof leaseRecord>;

/** The lease that holds now, if any. */
export async function liveLease(transaction: Transaction, clock: Clock): Promise<Lease | undefined> {
  const lease = await readValue(transaction, NAME, leaseRecord);
  // Not sooner: until its first answer a transaction may have waited for others, one of which took a lease meanwhile.
  const now = clock.now();
  // One that seems to hold longer than a term was written before the clock was set back.
  return lease && lease.expires > now && lease.expires <= now + LEASE_TERM ? lease : undefined;
}

/** Takes or renews the lease for a term. */
export async function holdLease(transaction: Transaction, holder: string, item: string, now: number): Promise<void> {
  const lease: Lease = { holder, item, expires: now + LEASE_TERM };
  await transaction.put('values', lease, NAME);
}

export function endLease(transaction: Transaction): Promise<void> {
  return transaction.delete('values', NAME);
}

/** Does the work while renewing the lease that its holder has, and stops renewing once somebody else has it. */
export async function underLease<T>(surroundings: Surroundings, holder: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = async () => {
    const held = await surroundings.database.write(async (transaction) => {
      const lease = await liveLease(transaction, surroundings.clock);
      if (lease?.holder !== holder) return false;
      await holdLease(transaction, holder, lease.item, surroundings.clock.now());
      return true;
    });
    if (held && timer !== undefined) schedule();
  };
  const schedule = () => {
    // A renewal that fails costs nothing but a second attempt of the same message.
    timer = setTimeout(() => void renew().catch(() => undefined), LEASE_TERM / 3);
  };
  schedule();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    timer = undefined;
  }
}
