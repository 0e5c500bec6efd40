/** Rises whenever a feature may disclose more than before; people are then asked again. */
export const POLICY_VERSION = 2;

/**
 * Who decides that a field goes:
 * `always` the message is made of it · `typed` it goes only if the person typed or added it
 * `switch` it goes unless the person switches it off · `offer` it goes only if the person switches it on
 */
export type Choice = 'always' | 'typed' | 'switch' | 'offer';

export interface FieldPolicy {
  /** Says something about the person, not about the install. */
  readonly personal: boolean;
  readonly choice: Choice;
}

const always = { personal: false, choice: 'always' } as const;
const typed = { personal: false, choice: 'typed' } as const;
const switchable = { personal: false, choice: 'switch' } as const;
const offered = { personal: false, choice: 'offer' } as const;
const personal = { personal: true, choice: 'typed' } as const;

const install = { installKey: switchable, version: switchable, os: switchable, industry: switchable } as const;

/**
 * The privacy policy: feature → the fields it may disclose. Nothing else can be sent: the messages, the preview, the
 * switches and the hub's schemas are all made from this table. What each field is for stands in `reasons.ts`, apart from it,
 * because the scripts on a CRM's page need the one without the other.
 */
export const policy = {
  news: {},
  extensions: { version: switchable, os: switchable, industry: switchable },
  feedback: { text: always, email: personal, ...install },
  issue: {
    title: always,
    happened: always,
    expected: typed,
    severity: always,
    screenshot: typed,
    email: personal,
    ...install,
    disk: switchable,
    php: switchable,
    database: switchable,
    webServer: switchable,
    browser: switchable,
    extensions: switchable,
    failedRequests: offered,
    scriptErrors: offered,
  },
  newsletter: { email: { personal: true, choice: 'always' }, name: personal },
} as const satisfies Record<string, Record<string, FieldPolicy>>;

export type Feature = keyof typeof policy;
export const features = Object.keys(policy).filter((name): name is Feature => Object.hasOwn(policy, name));
export type FieldOf<F extends Feature> = keyof (typeof policy)[F] & string;
/** Every field that some feature may disclose. */
export type Field = { [F in Feature]: FieldOf<F> }[Feature];

/** The features that may disclose something. */
export type DisclosingFeature = Exclude<Feature, 'news'>;

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
