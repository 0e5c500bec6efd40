import { eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import type { Mail } from '../mail/mail.ts';
import { confirmationMail } from './confirmationMail.ts';
import { issueMail } from './issueMail.ts';
import type { ClaimedMail } from './outbox.ts';
import { confirmationTokens, issues, signUps, subscribers, unsubscribeTokens } from './tables.ts';
import { newToken } from './token.ts';

/** What all mails have in common. */
export interface Masthead {
  /** What the newsletter is called. */
  readonly title: string;
  /** The hub's own address, without a slash at its end. */
  readonly publicUrl: string;
}

/** Makes the mail that is due; undefined when its reader has gone meanwhile. Each try has a link of its own, and all work. */
export async function compose(db: Db, masthead: Masthead, due: ClaimedMail): Promise<Mail | undefined> {
  const made = await (due.signUpId === null ? composeIssue(db, masthead, due) : composeConfirmation(db, masthead, due));
  return made && { ...made, messageId: `<${due.id}@${new URL(masthead.publicUrl).hostname}>` };
}

async function composeConfirmation(db: Db, masthead: Masthead, { signUpId }: ClaimedMail) {
  if (signUpId === null) return undefined;
  const [signUp] = await db.select({ email: signUps.email }).from(signUps).where(eq(signUps.id, signUpId));
  if (!signUp?.email) return undefined;
  const { token, hash } = newToken();
  await db.insert(confirmationTokens).values({ hash, signUpId });
  return { to: signUp.email, ...(await confirmationMail(masthead, linkTo(masthead, 'confirm', token))) };
}

async function composeIssue(db: Db, masthead: Masthead, { subscriberId, issueId }: ClaimedMail) {
  if (subscriberId === null || issueId === null) return undefined;
  const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.id, subscriberId));
  const [issue] = await db.select().from(issues).where(eq(issues.id, issueId));
  if (!subscriber || !issue) return undefined;
  const { token, hash } = newToken();
  await db.insert(unsubscribeTokens).values({ hash, subscriberId });
  const { email: to, name } = subscriber;
  return { to, ...(await issueMail(masthead, issue, { name, unsubscribe: linkTo(masthead, 'unsubscribe', token) })) };
}

function linkTo({ publicUrl }: Masthead, page: 'confirm' | 'unsubscribe', token: string): string {
  return `${publicUrl}/subscriptions/${page}?token=${token}`;
}
