import * as z from 'zod/mini';
import { feature, field, nothing } from './shared.ts';

/** The question before a form. */
export const agreementCalls = {
  /** The fields of a feature that go no more freely than the person agreed to, and whether these are all that it may send. */
  agreement: { input: z.object({ feature }), output: z.object({ agreed: z.boolean(), fields: z.array(field) }) },
  /** Agrees to what the feature may send by the policy of this release. */
  agree: { input: z.object({ feature }), output: nothing },
};
