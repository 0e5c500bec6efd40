import type { DisclosingFeature } from '../../widget/contract/policy.ts';
import { browser } from '../browser.ts';
import { dataConsent } from '../dataConsent.ts';

/** Whether the browser allows what the feature may send. Only for a browser that has a question for it. */
export function isAllowed(feature: DisclosingFeature): Promise<boolean> {
  return browser.permissions.contains(dataConsent(feature));
}
