import * as z from 'zod/mini';

/** A stored message as its reader sees it. */
export const submission = z.object({
  id: z.string(),
  feature: z.string(),
  policy: z.number(),
  receivedAt: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type Submission = z.infer<typeof submission>;

/** Some stored messages, newest first. */
export const submissionPage = z.object({
  submissions: z.array(submission),
  /** What to ask for to get the older ones; null when there are none. */
  next: z.nullable(z.string()),
});
export type SubmissionPage = z.infer<typeof submissionPage>;

/** Where stored messages come from: page by page, from the newest on, or from where `next` of the last page says. */
export type Submissions = (from: string | null) => Promise<SubmissionPage>;
