import { receiptNumber } from '../../widget/contract/receipt.ts';
import type { Submission } from './submission.ts';

const EXCERPT = 100;

/** A message for a terminal: receipt number, time, feature; the beginning of its text; its other fields. */
export function asText({ id, receivedAt, feature, fields }: Submission): string {
  const { text = '', ...others } = fields;
  const words = oneLine(text);
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1)}…` : words;
  const facts = Object.entries(others).map(([field, value]) => `${field} ${oneLine(value)}`);
  return [
    `${receiptNumber(id)}  ${receivedAt.slice(0, 16).replace('T', ' ')}  ${feature}`,
    `  ${excerpt}`,
    `  ${facts.join(' · ') || 'no other fields'}`,
    '',
  ].join('\n');
}

/** The whole message as one line of JSON, with its receipt number. */
export function asJson(submission: Submission): string {
  return JSON.stringify({ receipt: receiptNumber(submission.id), ...submission });
}

/** Without control and direction characters: a stranger wrote it, and a terminal obeys them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
