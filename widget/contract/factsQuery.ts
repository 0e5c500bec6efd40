import type { Row } from './calls.ts';

/** The query that discloses the rows which are to be sent, and no others: `?version=8.4.0&os=Linux`, or nothing. */
export function factsQuery(rows: readonly Row[]): string {
  const query = new URLSearchParams();
  for (const { field, sent, value } of rows) if (sent && value !== null) query.set(field, value);
  const text = query.toString();
  return text && `?${text}`;
}
