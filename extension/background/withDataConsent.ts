import type { Service } from '../../widget/contract/calls.ts';
import { success } from '../../widget/contract/failure.ts';
import type { SubmissionFeature } from '../../widget/contract/policy.ts';
import { browser } from '../browser.ts';
import { dataConsent } from '../dataConsent.ts';

/**
 * The service for callers that can put the browser's own question: what a person agreed to holds as long as the browser
 * allows it too, and is only noted once it does.
 */
export function withDataConsent(service: Service): Service {
  return {
    ...service,
    async agreement(input) {
      const answer = await service.agreement(input);
      if (!answer.ok || !answer.value.agreed || (await isAllowed(input.feature))) return answer;
      return success({ agreed: false, fields: [] });
    },
    async agree(input) {
      await allowed(input.feature);
      return service.agree(input);
    },
  };
}

function isAllowed(feature: SubmissionFeature): Promise<boolean> {
  return browser.permissions.contains(dataConsent(feature));
}

/** Resolves once the browser allows it: the popup that asked is gone by then. It never does when the person declined. */
function allowed(feature: SubmissionFeature): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      if (!(await isAllowed(feature))) return;
      browser.permissions.onAdded.removeListener(lookAgain);
      resolve();
    };
    const lookAgain = () => void look().catch(reject);
    browser.permissions.onAdded.addListener(lookAgain);
    lookAgain();
  });
}
