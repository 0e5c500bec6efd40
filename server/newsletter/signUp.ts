import type { Envelope } from '../../widget/contract/envelope.ts';
import type { Receipt } from '../../widget/contract/routes.ts';
import type { Db } from '../database/database.ts';
import type { Reply } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';
import type { Limiter } from '../limits/limiter.ts';
import { takeOnce } from '../submissions/takeOnce.ts';
import { mails, signUps } from './tables.ts';

/** Characters by which a mail server could take one address for several, or for something else. */
const AMBIGUOUS = /[<>()[\]\\,;:"]/;

/** An address as it is compared. */
export function addressOf(email: string): string {
  return email.toLowerCase();
}

/**
 * Takes a sign-up, as `takeOnce` does, and queues the mail by which it is confirmed. The answer is the same whether or not
 * the address is known; `mailsPerAddress` keeps strangers from filling it.
 */
export async function signUp(
  db: Db,
  message: Envelope<'newsletter'>,
  bytes: Uint8Array,
  mailsPerAddress: Limiter,
): Promise<Reply<Receipt>> {
  const { id, withdrawHash, fields } = message;
  if (AMBIGUOUS.test(fields.email)) return refuse('bad-request', 'No mail can be sent to this e-mail address.');
  return takeOnce(db, message, bytes, async (tx, bodyHash) => {
    const receivedOn = new Date();
    receivedOn.setUTCHours(0, 0, 0, 0);
    await tx.insert(signUps).values({ id, withdrawHash, ...fields, bodyHash, receivedOn });
    if (mailsPerAddress.take(addressOf(fields.email)) === 0) await tx.insert(mails).values({ signUpId: id });
    return receivedOn;
  });
}
