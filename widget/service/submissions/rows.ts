import type { Row, Typed } from '../../contract/calls.ts';
import { fieldSchemas } from '../../contract/fields.ts';
import type { Page, Reading } from '../../contract/page.ts';
import type { Choice, Feature, Field } from '../../contract/policy.ts';
import { policy, typedFields } from '../../contract/policy.ts';
import { parse } from '../parse.ts';

/** What is known, by field: more than a feature may disclose. */
export type Facts = { readonly [F in Field]?: Reading<string> | undefined };

/** What the page says of its install. */
export function pageFacts(page: Page): Facts {
  const { version, os, industry, installKey, system } = page;
  const of = (value: string | undefined) => (value && system ? { value, source: system.source } : undefined);
  const { php, database, webServer, diskFree, diskTotal } = system?.value ?? {};
  const disk =
    diskFree === undefined || !diskTotal ? undefined : `${gigabytes(diskFree)} free of ${gigabytes(diskTotal)}`;
  return {
    version,
    os,
    industry,
    installKey,
    disk: of(disk),
    php: of(php),
    database: of(database),
    webServer: of(webServer),
  };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** What the person typed; blank is not typed. An e-mail address and a name lose the space around them. */
export function typedFacts(typed: Typed): Facts {
  const facts: { [F in Field]?: Reading<string> } = {};
  for (const field of typedFields) {
    const value = typed[field];
    if (value?.trim())
      facts[field] = { value: field === 'email' || field === 'name' ? value.trim() : value, source: 'typed' };
  }
  return facts;
}

/**
 * Walks the policy table: one row for each field that the feature may disclose, in the table's order. A fact that is
 * not in the table finds no row.
 */
export function rowsOf(feature: Feature, facts: Facts, switched: readonly Field[]): Row[] {
  const rows: Row[] = [];
  for (const { field, choice } of fieldsIn(feature)) {
    const { value, source } = facts[field] ?? { value: null, source: null };
    const malformed = value !== null && parse(fieldSchemas[field], value) === undefined;
    const wanted = (choice === 'offer') === switched.includes(field);
    const sent = value !== null && !malformed && wanted;
    rows.push({ field, value, source, sent, malformed });
  }
  return rows;
}

/** Whether nothing that the message is made of is missing, and nothing typed would be left behind for its form. */
export function isComplete(feature: Feature, rows: readonly Row[]): boolean {
  const choices = new Map<Field, Choice>();
  for (const { field, choice } of fieldsIn(feature)) choices.set(field, choice);
  return rows.every(({ field, sent, malformed }) => !malformed && (sent || choices.get(field) !== 'always'));
}

/** Whether the field goes only where it is switched on. */
export function isOffered(feature: Feature, field: Field): boolean {
  return fieldsIn(feature).some((each) => each.field === field && each.choice === 'offer');
}

function fieldsIn(feature: Feature): { field: Field; choice: Choice }[] {
  const table: Record<string, { choice: Choice }> = policy[feature];
  const fields = [];
  for (const field of Object.keys(table) as Field[]) {
    const entry = table[field];
    if (entry) fields.push({ field, choice: entry.choice });
  }
  return fields;
}
