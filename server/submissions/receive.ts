import type { Envelope } from '../../widget/contract/envelope.ts';
import type { Receipt } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import type { Reply } from '../http/reply.ts';
import { submissions } from './tables.ts';
import { takeOnce } from './takeOnce.ts';

/** Takes feedback or a report, as `takeOnce` does. */
export function receive(
  db: Db,
  message: Envelope<'feedback'> | Envelope<'issue'>,
  bytes: Uint8Array,
): Promise<Reply<Receipt>> {
  const fields = present(message.fields);
  return takeOnce(db, message, bytes, async (tx, bodyHash) => {
    const receivedAt = new Date();
    await tx.insert(submissions).values({ ...message, bodyHash, receivedAt, fields });
    return receivedAt;
  });
}

/** The fields without those that were not sent. */
function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
