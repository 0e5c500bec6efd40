import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Envelope } from '../../widget/contract/envelope.ts';
import type { SubmissionFeature } from '../../widget/contract/policy.ts';
import type { Receipt } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import { submissions } from '../database/schema.ts';
import type { Reply } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';

/**
 * Stores a message once, however often and however many at a time it comes: 201 after the row is committed, 200 with the
 * first receipt for the same bytes again, `conflict` for other bytes under the same id.
 */
export async function receive(
  db: Db,
  message: Envelope<SubmissionFeature>,
  bytes: Uint8Array,
): Promise<Reply<Receipt>> {
  const { id, feature, schema, policy, withdrawHash, fields } = message;
  const bodyHash = createHash('sha256').update(bytes).digest('hex');
  const [stored] = await db
    .insert(submissions)
    .values({ id, feature, schema, policy, withdrawHash, bodyHash, fields: present(fields) })
    .onConflictDoNothing({ target: submissions.id })
    .returning({ receivedAt: submissions.receivedAt });
  if (stored) return { status: 201, value: { id, receivedAt: stored.receivedAt.toISOString() } };

  const [first] = await db
    .select({ receivedAt: submissions.receivedAt, bodyHash: submissions.bodyHash })
    .from(submissions)
    .where(eq(submissions.id, id));
  if (!first) return refuse('busy', 'The message was being removed just now. Send it again.');
  if (first.bodyHash !== bodyHash) return refuse('conflict', 'There is another message under this id.');
  return { status: 200, value: { id, receivedAt: first.receivedAt.toISOString() } };
}

/** The fields without those that were not sent. */
function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
