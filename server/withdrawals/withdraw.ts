import { createHash, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Withdrawal } from '../../widget/contract/envelope.ts';
import type { Withdrawn } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import { lockId } from '../database/lockId.ts';
import type { Reply } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';
import { removeSignUp } from '../newsletter/remove.ts';
import { findTaken } from '../submissions/findTaken.ts';
import { submissions } from '../submissions/tables.ts';
import { announced, withdrawn } from './tables.ts';

/**
 * Deletes a message whose secret is told, so that only its id stays; a newsletter sign-up goes with the subscription that
 * it led to. A message that did not come yet will not be stored when it does. `not-yours` for a wrong secret.
 */
export function withdraw(db: Db, { id, secret }: Withdrawal): Promise<Reply<Withdrawn>> {
  const withdrawHash = createHash('sha256').update(secret).digest('hex');
  return db.transaction(async (tx): Promise<Reply<Withdrawn>> => {
    await lockId(tx, id);
    const [before] = await tx.select().from(withdrawn).where(eq(withdrawn.id, id));
    if (before) return done(id, before.withdrawnAt);

    const stored = await findTaken(tx, id);
    if (stored === undefined) {
      await tx.insert(announced).values({ id, withdrawHash }).onConflictDoNothing();
      return done(id, new Date());
    }
    if (!same(stored.withdrawHash, withdrawHash)) {
      return refuse('not-yours', 'This is not the secret of that message.');
    }
    await tx.delete(submissions).where(eq(submissions.id, id));
    await removeSignUp(tx, id);
    await tx.insert(withdrawn).values({ id }).onConflictDoNothing();
    return done(id, new Date());
  });
}

/** In a time that does not tell how much of it is right. */
function same(stored: string, told: string): boolean {
  return timingSafeEqual(Buffer.from(stored, 'hex'), Buffer.from(told, 'hex'));
}

function done(id: string, withdrawnAt: Date): Reply<Withdrawn> {
  return { status: 200, value: { id, withdrawnAt: withdrawnAt.toISOString() } };
}
