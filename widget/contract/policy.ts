/** Rises whenever a feature may disclose more than before; people are then asked again. */
export const POLICY_VERSION = 2;

/**
 * Who decides that a field goes:
 * `always` the message is made of it · `typed` it goes only if the person typed or added it
 * `switch` it goes unless the person switches it off · `offer` it goes only if the person switches it on
 */
export type Choice = 'always' | 'typed' | 'switch' | 'offer';

export interface FieldPolicy {
  /** One sentence for the person: what the vendor needs it for. */
  readonly purpose: string;
  /** Says something about the person, not about the install. */
  readonly personal: boolean;
  readonly choice: Choice;
}

function always(purpose: string) {
  return { purpose, personal: false, choice: 'always' } as const;
}

function typed(purpose: string) {
  return { purpose, personal: false, choice: 'typed' } as const;
}

function switchable(purpose: string) {
  return { purpose, personal: false, choice: 'switch' } as const;
}

function offered(purpose: string) {
  return { purpose, personal: false, choice: 'offer' } as const;
}

const email = { purpose: 'So that the vendor can answer you.', personal: true, choice: 'typed' } as const;
const installKey = switchable(
  'A number that stands for this CRM, so that messages from the same place can be read together.',
);
const version = switchable('So that what you get fits your version of the CRM.');
const os = switchable('Some things only happen, or only run, on one operating system.');
const industry = switchable('Businesses of one kind often need the same things.');

/**
 * The privacy policy: feature → the fields it may disclose. Nothing else can be sent: the messages, the preview, the
 * switches and the hub's schemas are all made from this table.
 */
export const policy = {
  news: {},
  extensions: { version, os, industry },
  feedback: { text: always('It is the message.'), email, installKey, version, os, industry },
  issue: {
    title: always('It is the message.'),
    happened: always('It is the message.'),
    expected: typed('What should have happened says what is wrong.'),
    severity: always('So that the worst is looked at first.'),
    screenshot: typed('A picture often says more than a description.'),
    email,
    installKey,
    version,
    os,
    industry,
    disk: switchable('Much that goes wrong is a disk that is full.'),
    php: switchable('Some things only happen with one version of PHP.'),
    database: switchable('Some things only happen with one database.'),
    webServer: switchable('Some things only happen with one web server.'),
    browser: switchable('Some things only happen in one browser.'),
    extensions: switchable('Some things only happen beside another extension.'),
    failedRequests: offered('Which requests of the page failed shows where to look.'),
    scriptErrors: offered('What broke in the page shows where to look.'),
  },
  newsletter: {
    email: { purpose: 'The newsletter goes there.', personal: true, choice: 'always' },
    name: { purpose: 'So that the newsletter can greet you.', personal: true, choice: 'typed' },
  },
} as const satisfies Record<string, Record<string, FieldPolicy>>;

export type Feature = keyof typeof policy;
export const features = Object.keys(policy).filter((name): name is Feature => Object.hasOwn(policy, name));
export type FieldOf<F extends Feature> = keyof (typeof policy)[F] & string;
/** Every field that some feature may disclose. */
export type Field = { [F in Feature]: FieldOf<F> }[Feature];

/** The features that carry something a person wrote. */
export const submissionFeatures = ['feedback', 'issue', 'newsletter'] as const satisfies readonly Feature[];
export type SubmissionFeature = (typeof submissionFeatures)[number];

/** The fields that a person fills in. */
export const typedFields = [
  'text',
  'title',
  'happened',
  'expected',
  'severity',
  'screenshot',
  'email',
  'name',
] as const satisfies readonly Field[];
export type TypedField = (typeof typedFields)[number];
