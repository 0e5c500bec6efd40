import type { Input, Output, Row } from '../../../widget/contract/calls.ts';
import type { Field } from '../../../widget/contract/policy.ts';
import { policy, typedFields } from '../../../widget/contract/policy.ts';

export const id = '3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e';

const fact = (field: Field, value: string, source: Row['source']): Row => ({
  field,
  value,
  source,
  sent: true,
  malformed: false,
});

export const facts: Row[] = [
  fact('version', '8.4.0', 'footer'),
  fact('os', 'Debian 12', 'declared'),
  fact('industry', 'Manufacturing', 'declared'),
];

const known: readonly Row[] = [
  ...facts,
  fact('installKey', '4718203996112075814', 'random'),
  fact('disk', '41.2 GB free of 80.0 GB', 'module'),
  fact('php', '8.2.14', 'module'),
  fact('database', 'MariaDB 10.11.6', 'module'),
  fact('webServer', 'Apache 2.4.57', 'module'),
  fact('browser', 'Firefox 153 on Linux', 'browser'),
  fact('extensions', 'DialBridge 2.1\nFieldMapper 1.0.4\nStockWatch (off)', 'module'),
  fact('failedRequests', '404 …layouts/v7/missing.js\n500 …index.php', 'seen'),
  fact('scriptErrors', 'none', 'seen'),
];

/** Sizes that the preview tells of the pictures that were attached. */
export const attached = { bytes: null as number | null };

/** The preview of a form, much as the service makes it. */
export function prepare({ feature, typed, switched }: Input<'prepare'>): Output<'prepare'> {
  const rows = (Object.keys(policy[feature]) as Field[]).map((field): Row => {
    const table: Partial<Record<Field, { choice: string }>> = policy[feature];
    const isOffered = table[field]?.choice === 'offer';
    const words =
      field === 'screenshot' ? attached.bytes?.toString() : typed[typedFields.find((each) => each === field) ?? 'text'];
    if (typedFields.some((each) => each === field)) {
      const value = words?.trim() ? words : null;
      const malformed = field === 'email' && value !== null && !/@.+\../.test(value);
      return { field, value, source: value === null ? null : 'typed', sent: value !== null && !malformed, malformed };
    }
    const row = known.find((each) => each.field === field);
    const isOn = switched.includes(field) === isOffered;
    if (!row || (isOffered && !isOn)) return { field, value: null, source: null, sent: false, malformed: false };
    return { ...row, sent: isOn };
  });
  const fields = Object.fromEntries(
    rows.filter(({ sent }) => sent).map(({ field, value }) => [field, field === 'screenshot' ? '' : value]),
  );
  const message = JSON.stringify({ schema: 1, policy: 1, id, withdrawHash: 'b'.repeat(64), feature, fields });
  const needed = rows.filter(({ field }) => {
    const table: Partial<Record<Field, { choice: string }>> = policy[feature];
    return table[field]?.choice === 'always';
  });
  return { rows, message, complete: needed.every(({ sent }) => sent) && rows.every(({ malformed }) => !malformed) };
}
