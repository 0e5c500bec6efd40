import type { Row } from '../../contract/calls.ts';
import type { Envelope } from '../../contract/envelope.ts';
import { envelopes, SCHEMA_VERSION } from '../../contract/envelope.ts';
import type { Field, SubmissionFeature } from '../../contract/policy.ts';
import { POLICY_VERSION } from '../../contract/policy.ts';
import { parseJson } from '../parse.ts';
import { sha256 } from './sha256.ts';

/** What makes a message this one: its id, and the secret with which its writer can withdraw it. */
export interface Identity {
  readonly id: string;
  readonly secret: string;
}

/**
 * The exact string that would be sent: the rows that say so, and nothing else, with an empty place for the screenshot, which
 * `withPicture` fills. The same rows give the same string.
 */
export function messageOf(feature: SubmissionFeature, { id, secret }: Identity, rows: readonly Row[]): string {
  const fields: { [F in Field]?: string } = {};
  for (const { field, sent, value } of rows)
    if (sent && value !== null) fields[field] = field === 'screenshot' ? '' : value;
  return JSON.stringify({
    schema: SCHEMA_VERSION,
    policy: POLICY_VERSION,
    id,
    withdrawHash: sha256(secret),
    feature,
    fields,
  });
}

/** The message as the hub will read it; undefined when the hub would not take it. */
export function parseMessage(feature: SubmissionFeature, message: string): Envelope<SubmissionFeature> | undefined {
  return parseJson(envelopes[feature], message);
}

/** How many bytes the string is on its way. */
export function byteLength(message: string): number {
  return new TextEncoder().encode(message).length;
}

/** What a message is known by in lists. */
export function headOf({ feature, fields }: Envelope<SubmissionFeature>): string {
  if (feature === 'feedback') return fields.text;
  return feature === 'issue' ? fields.title : fields.email;
}

/** The beginning of a text, for lists: at most 120 characters, none of them cut in half. */
export function excerpt(text: string): string {
  const line = text.slice(0, 1000).replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : line;
}
