import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import type { Submissions } from './submission.ts';
import { submissions } from './tables.ts';

const PAGE_SIZE = 100;

/** The stored messages of a database. */
export function submissionsIn(db: Db): Submissions {
  return async (from) => {
    const { id, feature, policy, receivedAt, fields } = submissions;
    const rows = await db
      .select({ id, feature, policy, receivedAt, fields })
      .from(submissions)
      .where(from === null ? undefined : olderThan(from))
      .orderBy(desc(receivedAt), desc(id))
      .limit(PAGE_SIZE);
    const page = rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
    const last = page.at(-1);
    return { submissions: page, next: last && page.length === PAGE_SIZE ? `${last.receivedAt} ${last.id}` : null };
  };
}

function olderThan(mark: string) {
  const [time = '', id = ''] = mark.split(' ');
  const at = new Date(time);
  return or(lt(submissions.receivedAt, at), and(eq(submissions.receivedAt, at), lt(submissions.id, id)));
}
