import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Withdrawal } from '../../widget/contract/envelope.ts';
import type { Withdrawn } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import { submissions } from '../database/schema.ts';
import type { Reply } from '../http/reply.ts';

/** Deletes the message that was sent with the hash of that secret. */
export async function withdraw(db: Db, { id, secret }: Withdrawal): Promise<Reply<Withdrawn>> {
  const withdrawHash = createHash('sha256').update(secret).digest('hex');
  await db.delete(submissions).where(and(eq(submissions.id, id), eq(submissions.withdrawHash, withdrawHash)));
  return { status: 200, value: { id, withdrawnAt: new Date().toISOString() } };
}
