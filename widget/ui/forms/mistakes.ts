import type { Row, Typed } from '../../contract/calls.ts';
import { limits } from '../../contract/limits.ts';
import type { Field } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { locale } from '../shared/format.ts';

/** What is wrong with what was typed into a field, as a sentence; null when nothing is. */
export function mistakeIn(field: Field, rows: readonly Row[], typed: Typed): string | null {
  const t = laterTexts.feedback;
  const { text = '', email = '' } = typed;
  if (field === 'text' && !/\S/.test(text)) return t.empty;
  if (!rows.find((row) => row.field === field)?.malformed) return null;
  if (field === 'text') return t.tooLong(limits.text.toLocaleString(locale));
  if (!email.includes('@')) return t.noAt;
  return /@[^@]+\.[^@]/.test(email) ? t.noEmail : t.noDot;
}
