import type { Row } from '../../contract/calls.ts';
import type { Feature } from '../../contract/policy.ts';
import { choiceOf } from '../shared/Disclosure.tsx';

/** Whether two previews say the same about the install; what the person typed is left out of it. */
export function sameFacts(feature: Feature, some: readonly Row[], others: readonly Row[]): boolean {
  const facts = (rows: readonly Row[]) =>
    JSON.stringify(rows.filter(({ field }) => ['switch', 'offer'].includes(choiceOf(feature, field) ?? '')));
  return facts(some) === facts(others);
}
