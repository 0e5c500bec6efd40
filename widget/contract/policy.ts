/** Rises whenever a feature may disclose more than before; people are then asked again. */
export const POLICY_VERSION = 1;

/**
 * Who decides that a field goes:
 * `always` the message is made of it, `typed` it goes only if the person typed it, `switch` the person can switch it off.
 */
export type Choice = 'always' | 'typed' | 'switch';

export interface FieldPolicy {
  /** One sentence for the person: what the vendor needs it for. */
  readonly purpose: string;
  /** Says something about the person, not about the install. */
  readonly personal: boolean;
  readonly choice: Choice;
}

const version: FieldPolicy & { choice: 'switch' } = {
  purpose: 'So that what you get fits your version of the CRM.',
  personal: false,
  choice: 'switch',
};
const os: FieldPolicy & { choice: 'switch' } = {
  purpose: 'Some things only happen, or only run, on one operating system.',
  personal: false,
  choice: 'switch',
};
const industry: FieldPolicy & { choice: 'switch' } = {
  purpose: 'Businesses of one kind often need the same things.',
  personal: false,
  choice: 'switch',
};

/**
 * The privacy policy: feature → the fields it may disclose. Nothing else can be sent: the messages, the preview, the
 * switches and the hub's schemas are all made from this table.
 */
export const policy = {
  news: {},
  extensions: { version, os, industry },
  feedback: {
    text: { purpose: 'It is the message.', personal: false, choice: 'always' },
    email: { purpose: 'So that the vendor can answer you.', personal: true, choice: 'typed' },
    installKey: {
      purpose: 'A number that stands for this CRM, so that messages from the same place can be read together.',
      personal: false,
      choice: 'switch',
    },
    version,
    os,
    industry,
  },
} as const satisfies Record<string, Record<string, FieldPolicy>>;

export type Feature = keyof typeof policy;
export type FieldOf<F extends Feature> = keyof (typeof policy)[F] & string;
/** Every field that some feature may disclose. */
export type Field = { [F in Feature]: FieldOf<F> }[Feature];

/** The features that carry something a person wrote. */
export const submissionFeatures = ['feedback'] as const satisfies readonly Feature[];
export type SubmissionFeature = (typeof submissionFeatures)[number];
