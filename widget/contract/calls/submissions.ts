import * as z from 'zod/mini';
import { feature, id, nothing, picture, row, switched, typed } from './shared.ts';

/** Writing something and sending it off. */
export const submissionsCalls = {
  /** What was typed and not yet sent. */
  draft: { input: z.object({ feature }), output: z.object({ typed, switched }) },
  /** Stores the draft's screenshot, or takes it out: a picture is moved once, and not with every key. */
  attach: { input: z.object({ feature, screenshot: z.nullable(picture) }), output: nothing },
  /**
   * Stores the draft, and returns the very string that `send` would send, but for its screenshot: that is the one attached,
   * whatever `typed` holds, and `withPicture` puts it in.
   */
  prepare: {
    input: z.object({ feature, typed, switched }),
    output: z.object({
      rows: z.array(row),
      message: z.string(),
      /** False while a field that the message is made of is missing or malformed. */
      complete: z.boolean(),
    }),
  },
  /** Stores the message in the outbox and starts sending it. Only the string last prepared is taken. */
  send: { input: z.object({ feature, message: z.string() }), output: z.object({ id }) },
};
