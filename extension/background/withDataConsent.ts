import type { Service } from '../../widget/contract/calls.ts';
import { success } from '../../widget/contract/failure.ts';
import type { DisclosingFeature } from '../../widget/contract/policy.ts';
import { browser } from '../browser.ts';
import { isAllowed } from './isAllowed.ts';

/**
 * The service with the browser's own question before it: what a person agreed to holds as long as the browser allows it
 * too, and is only noted once it does. `ask` leads to where that question can be put, for callers that cannot put it.
 */
export function withDataConsent(service: Service, ask: (feature: DisclosingFeature) => Promise<unknown>): Service {
  async function consent(feature: DisclosingFeature): Promise<void> {
    if (!(await isAllowed(feature))) await ask(feature);
    await allowed(feature);
  }

  return {
    ...service,
    async agreement(input) {
      const answer = await service.agreement(input);
      if (!answer.ok || !answer.value.agreed || (await isAllowed(input.feature))) return answer;
      return success({ agreed: false, fields: [] });
    },
    async agree(input) {
      await consent(input.feature);
      return service.agree(input);
    },
    async recommendationFacts(input) {
      const answer = await service.recommendationFacts(input);
      if (!answer.ok || !answer.value.agreed || (await isAllowed('extensions'))) return answer;
      return success({ ...answer.value, agreed: false });
    },
    async agreeToRecommendations(input) {
      await consent('extensions');
      return service.agreeToRecommendations(input);
    },
  };
}

/** Resolves once the browser allows it: the popup that asked is gone by then. It never does when the person declined. */
function allowed(feature: DisclosingFeature): Promise<void> {
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
