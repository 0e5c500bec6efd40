import type { Feature, Field, FieldOf, FieldPolicy } from './policy.ts';
import { policy } from './policy.ts';

const version = 'So that what you get fits your version of the CRM.';
const os = 'Some things only happen, or only run, on one operating system: the one of the CRM’s server.';
const industry = 'Businesses of one kind often need the same things.';
const email = 'So that the vendor can answer you.';
const installKey = 'A number that stands for this CRM, so that messages from the same place can be read together.';
const message = 'It is the message.';

/** The other half of the policy table: for each field that a feature may disclose, what the vendor needs it for. */
const reasons = {
  news: {},
  extensions: { version, os, industry },
  feedback: { text: message, email, installKey, version, os, industry },
  issue: {
    title: message,
    happened: message,
    expected: 'What should have happened says what is wrong.',
    severity: 'So that the worst is looked at first.',
    screenshot: 'A picture often says more than a description.',
    email,
    installKey,
    version,
    os,
    industry,
    disk: 'Much that goes wrong is a disk that is full.',
    php: 'Some things only happen with one version of PHP.',
    database: 'Some things only happen with one database. Its version may tell the system, too.',
    webServer: 'Some things only happen with one web server. It may tell the system, too.',
    browser: 'Some things only happen in one browser, or on one kind of computer: the ones before you, not the CRM’s.',
    extensions: 'Some things only happen beside another extension.',
    failedRequests: 'Which requests of the page failed shows where to look.',
    scriptErrors: 'What broke in the page shows where to look.',
  },
  newsletter: { email: 'The newsletter goes there.', name: 'So that the newsletter can greet you.' },
} as const satisfies { [F in Feature]: Record<FieldOf<F>, string> };

/** A field with all that the policy says of it. */
export interface ExplainedField extends FieldPolicy {
  readonly field: Field;
  /** One sentence for the person. */
  readonly reason: string;
}

/** What a feature may disclose, in the table's order. */
export function explained(feature: Feature): ExplainedField[] {
  const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
  const why: Partial<Record<Field, string>> = reasons[feature];
  const fields = Object.entries(table) as [Field, FieldPolicy][];
  return fields.map(([field, entry]) => ({ field, ...entry, reason: why[field] ?? '' }));
}
