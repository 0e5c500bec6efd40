import type { Row } from '../../contract/calls.ts';
import { limits } from '../../contract/limits.ts';
import type { Feature } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { choiceOf } from '../shared/Disclosure.tsx';
import { locale } from '../shared/format.ts';

/** What is wrong with what was typed into the field of a row, as a sentence; null when nothing is. */
export function mistakeIn(feature: Feature, { field, value, malformed }: Row): string | null {
  const t = laterTexts.form;
  if (value === null && choiceOf(feature, field) === 'always') return field === 'severity' ? t.choose : t.empty;
  if (value === null || !malformed) return null;
  if (field !== 'email') return t.tooLong(mostOf(field).toLocaleString(locale));
  if (!value.includes('@')) return t.noAt;
  return /@[^@]+\.[^@]/.test(value) ? t.noEmail : t.noDot;
}

/** How many characters a field takes. */
export function mostOf(field: string): number {
  return field === 'title' || field === 'email' || field === 'name' ? limits[field] : limits.text;
}
