import type { Manifest, Permissions } from 'webextension-polyfill';
import type { DisclosingFeature } from '../widget/contract/policy.ts';

type DataType = Manifest.OptionalDataCollectionPermission;

/** What each feature may send, as Mozilla's closed list of data types has it. Firefox's manifest names the same ones. */
export const dataTypes: Readonly<Record<DisclosingFeature, readonly DataType[]>> = {
  extensions: ['technicalAndInteraction'],
  feedback: ['personallyIdentifyingInfo', 'technicalAndInteraction'],
  issue: ['personallyIdentifyingInfo', 'technicalAndInteraction', 'websiteContent'],
  newsletter: ['personallyIdentifyingInfo'],
};

/** What the browser is asked for before the first use of that feature. */
export function dataConsent(feature: DisclosingFeature): Permissions.Permissions {
  return { data_collection: [...dataTypes[feature]] };
}

/** Whether the browser has a question of its own for what an extension sends: the build says so to Firefox alone. */
export function asksForData({ browser_specific_settings }: Manifest.WebExtensionManifest): boolean {
  return browser_specific_settings?.gecko?.data_collection_permissions?.optional !== undefined;
}
