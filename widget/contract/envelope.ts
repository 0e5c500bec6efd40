import * as z from 'zod/mini';
import { fieldsOf } from './fields.ts';
import type { SubmissionFeature } from './policy.ts';

/** The version of the envelope itself; rises when its own members change. */
export const SCHEMA_VERSION = 1;

/** A version 4 UUID in lower case: the client's id of a message, and the hub's idempotency key. */
export const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
/** A SHA-256 in lower-case hexadecimal digits. */
export const sha256Hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

function envelope<F extends SubmissionFeature>(feature: F) {
  return z.strictObject({
    schema: z.literal(SCHEMA_VERSION),
    /** The version of the policy table under which the person saw the message. */
    policy: z.number().check(z.refine((version) => Number.isInteger(version) && version > 0)),
    id: uuid,
    /** SHA-256 of the secret with which the sender can withdraw the message. */
    withdrawHash: sha256Hex,
    feature: z.literal(feature),
    fields: fieldsOf(feature),
  });
}

/** Takes back a message: `secret` is what its `withdrawHash` was made of. */
export const withdrawal = z.strictObject({ schema: z.literal(SCHEMA_VERSION), id: uuid, secret: sha256Hex });
export type Withdrawal = z.infer<typeof withdrawal>;

/** feature → the message as it travels. */
export const envelopes = {
  feedback: envelope('feedback'),
  issue: envelope('issue'),
  newsletter: envelope('newsletter'),
};
export type Envelope<F extends SubmissionFeature> = z.infer<(typeof envelopes)[F]>;
