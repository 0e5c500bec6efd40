import { pictureSize } from '../../widget/contract/picture.ts';
import { receiptNumber } from '../../widget/contract/receipt.ts';
import type { Submission } from './submission.ts';

const EXCERPT = 100;

/** A message for a terminal: receipt number, time, feature; the beginning of what it says; its other fields. */
export function asText({ id, receivedAt, feature, fields }: Submission): string {
  const { text, title, screenshot, ...others } = fields;
  const facts = Object.entries(others).map(([field, value]) => `${field} ${excerpt(value)}`);
  if (screenshot !== undefined) facts.push(`screenshot ${pictureSize(screenshot).toLocaleString('en')} bytes`);
  return [
    `${receiptNumber(id)}  ${receivedAt.slice(0, 16).replace('T', ' ')}  ${feature}`,
    `  ${excerpt(text ?? title ?? '')}`,
    `  ${facts.join(' · ') || 'no other fields'}`,
    '',
  ].join('\n');
}

function excerpt(text: string): string {
  const words = oneLine(text);
  return words.length > EXCERPT ? `${words.slice(0, EXCERPT - 1)}…` : words;
}

/** The whole message as one line of JSON, with its receipt number. */
export function asJson(submission: Submission): string {
  return JSON.stringify({ receipt: receiptNumber(submission.id), ...submission });
}

/** Without control and direction characters: a stranger wrote it, and a terminal obeys them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
