import { and, eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { announced, withdrawn } from './tables.ts';

/** What a withdrawal is compared with. */
export interface Withdrawable {
  readonly id: string;
  readonly withdrawHash: string;
}

/** Whether a message that comes now was withdrawn. If that had only been announced, the hash is forgotten: the id is enough. */
export async function isWithdrawn(tx: Db, { id, withdrawHash }: Withdrawable): Promise<boolean> {
  const [known] = await tx.select({ id: withdrawn.id }).from(withdrawn).where(eq(withdrawn.id, id));
  if (known) return true;
  const [told] = await tx
    .delete(announced)
    .where(and(eq(announced.id, id), eq(announced.withdrawHash, withdrawHash)))
    .returning({ withdrawnAt: announced.announcedAt });
  if (!told) return false;
  await tx.insert(withdrawn).values({ id, ...told });
  return true;
}
