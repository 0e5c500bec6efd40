import * as z from 'zod/mini';
import { recommendation } from '../catalogue.ts';
import { unreadReason } from '../page.ts';
import { failureCode, nothing, row, time } from './shared.ts';

/** Recommended extensions. */
export const recommendationsCalls = {
  /** The facts that asking would disclose, the address that they are put behind, and whether the person agreed to it. */
  recommendationFacts: {
    input: nothing,
    output: z.object({ rows: z.array(row), address: z.string(), agreed: z.boolean() }),
  },
  /**
   * Agrees to ask with the facts as they were shown and the switches as they were left, at the very address that was shown,
   * with the facts in it. Where that would be another by now, nothing is agreed to.
   */
  agreeToRecommendations: { input: z.object({ rows: z.array(row), address: z.string() }), output: nothing },
  recommendations: {
    input: nothing,
    output: z.object({
      extensions: z.array(
        z.object({
          ...recommendation.shape,
          installedVersion: z.nullable(z.string()),
          installed: z.boolean(),
          dismissed: z.boolean(),
        }),
      ),
      /** When the list was fetched, and why there is nothing newer. */
      fetchedAt: time,
      failure: z.nullable(failureCode),
      /** Why it is not known which are installed; null when it is. */
      unreadInstalled: z.nullable(unreadReason),
    }),
  },
  dismiss: { input: z.object({ extension: z.string().check(z.maxLength(60)) }), output: nothing },
  restore: { input: z.object({ extension: z.string().check(z.maxLength(60)) }), output: nothing },
};
