import * as z from 'zod/mini';
import type { Typed } from '../../contract/calls.ts';
import { parseJson } from '../parse.ts';
import { typedRecord } from '../submissions/typed.ts';
import type { OutboxItem } from './outboxItem.ts';

// Not the envelope: what a person wrote must be legible though a later release would not take it as a message any more.
const written = z.object({ fields: typedRecord });

/** What was typed into a message; undefined when it is illegible, and for a withdrawal. */
export function writtenIn({ kind, body }: OutboxItem): Typed | undefined {
  return kind === 'withdrawal' ? undefined : parseJson(written, body)?.fields;
}
