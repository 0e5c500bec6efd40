import { and, eq, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { issues, mails, signUps, unsubscribeTokens } from '../newsletter/tables.ts';
import { submissions } from '../submissions/tables.ts';
import { announced, withdrawn } from '../withdrawals/tables.ts';
import type { RetentionDays, RetentionKind } from './kinds.ts';

const DAY = 86_400_000;

/**
 * Deletes what is older than its kind may get. The subscribers themselves stay until they unsubscribe. Where only the day is
 * known, its beginning counts.
 */
export async function sweep(db: Db, days: RetentionDays, now: Date): Promise<void> {
  const oldest = (kind: RetentionKind) => new Date(now.getTime() - days[kind] * DAY);
  const { feature, receivedAt } = submissions;
  await db.delete(submissions).where(and(eq(feature, 'feedback'), lt(receivedAt, oldest('feedback'))));
  await db.delete(submissions).where(and(eq(feature, 'issue'), lt(receivedAt, oldest('issues'))));
  await db.delete(signUps).where(and(isNull(signUps.subscriberId), lte(signUps.receivedOn, oldest('signUps'))));
  const settled = or(isNotNull(mails.sentOn), isNotNull(mails.failedOn));
  await db.delete(mails).where(and(settled, lte(mails.madeOn, oldest('mails'))));
  await db.delete(unsubscribeTokens).where(lte(unsubscribeTokens.madeOn, oldest('unsubscribeLinks')));
  await db.delete(issues).where(lt(issues.madeAt, oldest('newsletters')));
  await db.delete(withdrawn).where(lt(withdrawn.withdrawnAt, oldest('withdrawn')));
  await db.delete(announced).where(lt(announced.announcedAt, oldest('withdrawn')));
}
