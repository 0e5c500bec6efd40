import type { Typed } from '../../contract/calls.ts';
import type { SubmissionFeature, TypedField } from '../../contract/policy.ts';

/** What the fields of a form have to know of it. */
export interface Form {
  readonly feature: SubmissionFeature;
  /** What was typed when it was opened last. */
  readonly draft: Typed;
  readonly sending: boolean;
  /** What is wrong with a field, as a sentence; null when nothing is, or the person is not done with it. */
  readonly faultWith: (field: TypedField) => string | null;
  /** The person is done with a field: from now on it is found fault with. */
  readonly judge: (field: TypedField) => Promise<void>;
  /** The screenshot as a data: address. */
  readonly picture: string | undefined;
  /** Stores a screenshot with the draft, or takes it out. Whether that was done. */
  readonly attach: (picture: string | undefined) => Promise<boolean>;
}
