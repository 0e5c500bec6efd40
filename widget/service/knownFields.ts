import { fieldSchemas } from '../contract/fields.ts';
import type { Field } from '../contract/policy.ts';

/** Of stored names of fields those that this release knows. */
export function knownFields(names: readonly string[]): Field[] {
  return names.filter((name): name is Field => Object.hasOwn(fieldSchemas, name));
}
