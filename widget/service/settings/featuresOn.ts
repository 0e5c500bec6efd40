import * as z from 'zod/mini';
import type { Page } from '../../contract/page.ts';
import type { Feature } from '../../contract/policy.ts';
import { features } from '../../contract/policy.ts';
import { readerKey } from '../owner.ts';
import { readValue } from '../storage/value.ts';
import { settingName } from '../storage/valueNames.ts';
import type { Surroundings } from '../surroundings.ts';

/**
 * The features that are on: of those that the CRM offers everybody, the ones that its reader's organisation, else the
 * reader, has not switched off.
 */
export async function featuresOn(surroundings: Surroundings, page: Page | null): Promise<Feature[]> {
  const key = settingName('switchedOff', readerKey(surroundings, page));
  const stored = await surroundings.database.read((transaction) => readValue(transaction, key, z.array(z.string())));
  const switchedOff: readonly string[] = (await surroundings.managed()).switchedOff ?? stored ?? [];
  const offered = page?.features?.value ?? features;
  return features.filter((feature) => offered.includes(feature) && !switchedOff.includes(feature));
}
