import { createHash } from 'node:crypto';
import type { Receipt } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import { lockId } from '../database/lockId.ts';
import type { Reply } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';
import type { Withdrawable } from '../withdrawals/isWithdrawn.ts';
import { isWithdrawn } from '../withdrawals/isWithdrawn.ts';
import { findTaken } from './findTaken.ts';

/** Puts a message into its table; gives when it came, as exactly as that is kept. */
export type Store = (tx: Db, bodyHash: string) => Promise<Date>;

/**
 * Stores a message once, however often and however many at a time it comes: 201 after the row is committed, 200 with the
 * first receipt for the same bytes again, `conflict` for other bytes under the same id, `withdrawn` for one taken back.
 */
export function takeOnce(db: Db, message: Withdrawable, bytes: Uint8Array, store: Store): Promise<Reply<Receipt>> {
  const { id } = message;
  const bodyHash = createHash('sha256').update(bytes).digest('hex');
  return db.transaction(async (tx): Promise<Reply<Receipt>> => {
    await lockId(tx, id);
    // What is there was not withdrawn, whatever somebody announced under its id.
    const first = await findTaken(tx, id);
    if (first === undefined) {
      if (await isWithdrawn(tx, message)) return refuse('withdrawn', 'This message was withdrawn.');
      return receipt(201, id, await store(tx, bodyHash));
    }
    if (first.bodyHash !== bodyHash) return refuse('conflict', 'There is another message under this id.');
    return receipt(200, id, first.receivedAt);
  });
}

function receipt(status: 200 | 201, id: string, receivedAt: Date): Reply<Receipt> {
  return { status, value: { id, receivedAt: receivedAt.toISOString() } };
}
