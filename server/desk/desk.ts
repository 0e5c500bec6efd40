import type { Db } from '../database/database.ts';
import type { Issue, MadeIssue } from '../newsletter/issue.ts';
import { makeIssue, planIssue } from '../newsletter/makeIssue.ts';
import { submissionsIn } from '../submissions/inDatabase.ts';
import type { Submissions } from '../submissions/submission.ts';

/** What the vendor can do from the command line. */
export interface Desk {
  readonly submissions: Submissions;
  readonly planIssue: (issue: Issue) => Promise<MadeIssue>;
  readonly makeIssue: (issue: Issue) => Promise<MadeIssue>;
}

/** The desk of an open database. */
export function deskOf(db: Db): Desk {
  return {
    submissions: submissionsIn(db),
    planIssue: (issue) => planIssue(db, issue),
    makeIssue: (issue) => makeIssue(db, issue),
  };
}
