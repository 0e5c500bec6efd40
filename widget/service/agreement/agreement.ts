import * as z from 'zod/mini';
import { orElse } from '../../contract/orElse.ts';
import type { Choice, Feature, Field } from '../../contract/policy.ts';
import { POLICY_VERSION, policy } from '../../contract/policy.ts';
import { knownFields } from '../knownFields.ts';
import { ownerKey } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner } from '../surroundings.ts';

const none: string[] = [];
const names = orElse(z.array(z.string()), none);
const nothing: Record<string, string> = {};
const byField = orElse(z.record(z.string(), z.string()), nothing);
const record = z.object({
  policy: orElse(z.number(), 0),
  choices: byField,
  switched: names,
  told: byField,
});

/** From what leaves a field to the person to what does not. */
const looser: readonly string[] = ['typed', 'offer', 'switch', 'always'] satisfies Choice[];

/** What a person agreed to send with a feature from an install. */
export interface Agreement {
  /** False too when the policy has come to disclose more since. */
  readonly agreed: boolean;
  /** The fields that go no more freely than they agreed to; none before the first time. */
  readonly fields: Field[];
  /** What they decided of these, where it was asked. */
  readonly decided: Decided;
}

/** What a person saw and chose when they agreed. */
export interface Decided {
  /** The fields that they switched off or on. */
  readonly switched: readonly Field[];
  /** Field → the value that they saw; `hub` → whom it was to be told to. */
  readonly told: Readonly<Record<string, string>>;
}

function keyOf(feature: Feature, owner: Owner): string {
  return `${feature} ${ownerKey(owner)}`;
}

export async function loadAgreement(transaction: Transaction, feature: Feature, owner: Owner): Promise<Agreement> {
  // Nothing in a record makes this throw: every field has its fallback.
  const stored = record.parse((await transaction.get('agreements', keyOf(feature, owner))) ?? {});
  const choices = Object.entries(choicesOf(feature));
  // An agreement from before the choices were kept has none: of its fields it is not known how they were to go.
  const covered = choices.filter(
    ([field, choice]) => looser.indexOf(stored.choices[field] ?? '') >= looser.indexOf(choice),
  );
  const fields = knownFields(covered.map(([field]) => field));
  const known = Object.keys(stored.choices).length > 0;
  const agreed = known ? covered.length === choices.length : stored.policy >= POLICY_VERSION;
  return { agreed, fields, decided: { switched: knownFields(stored.switched), told: stored.told } };
}

/** The feature's fields, and who decides that each goes. */
function choicesOf(feature: Feature): Record<string, Choice> {
  const choices: Record<string, Choice> = {};
  for (const [field, { choice }] of Object.entries(policy[feature])) choices[field] = choice;
  return choices;
}

/** Notes that the person agreed to all that the policy of this release says of the feature. */
export function saveAgreement(
  transaction: Transaction,
  feature: Feature,
  owner: Owner,
  decided: Decided,
): Promise<void> {
  return transaction.put('agreements', {
    key: keyOf(feature, owner),
    owner,
    policy: POLICY_VERSION,
    choices: choicesOf(feature),
    ...decided,
  });
}
