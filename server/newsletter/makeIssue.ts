import { count, eq, sql } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import type { Issue, MadeIssue } from './issue.ts';
import { issues, mails, subscribers } from './tables.ts';

/**
 * Stores an issue and queues one mail for each subscriber, all or nothing. The same items make no second issue: a command
 * that is repeated because its end was not seen sends nothing twice.
 */
export function makeIssue(db: Db, { subject, items }: Issue): Promise<MadeIssue> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(issues)
      .values({ itemIds: keyOf(items), subject, items })
      .onConflictDoNothing()
      .returning({ id: issues.id });
    if (!made) return planIssue(tx, { subject, items });
    await tx.execute(
      sql`insert into ${mails} (issue_id, subscriber_id) select ${made.id}::uuid, ${subscribers.id} from ${subscribers}`,
    );
    const [queued] = await tx.select({ mails: count() }).from(mails).where(eq(mails.issueId, made.id));
    return { mails: queued?.mails ?? 0, madeBefore: null };
  });
}

/** What `makeIssue` would do. */
export async function planIssue(db: Db, { items }: Issue): Promise<MadeIssue> {
  const [before] = await db
    .select({ madeAt: issues.madeAt })
    .from(issues)
    .where(eq(issues.itemIds, keyOf(items)));
  if (before) return { mails: 0, madeBefore: before.madeAt.toISOString() };
  const [all] = await db.select({ count: count() }).from(subscribers);
  return { mails: all?.count ?? 0, madeBefore: null };
}

function keyOf(items: Issue['items']): string {
  return items
    .map(({ id }) => id)
    .sort()
    .join('\n');
}
