import type { Answer } from '../../contract/failure.ts';
import type { DisclosingFeature } from '../../contract/policy.ts';
import type { Home } from '../home.ts';
import { moreTexts } from '../moreTexts.ts';
import { texts } from '../texts.ts';

/**
 * Agrees to what the feature may send, with the browser's own question where the home has one. To be called first thing in a
 * click handler: the browser insists on it. The question closes a popup, so `agree` is called before it is answered. Returns
 * what went wrong, in words; empty when nothing did.
 */
export async function agreeTo(
  feature: DisclosingFeature,
  { consent }: Home,
  agree: () => Promise<Answer<object>>,
): Promise<string> {
  const allowed = consent?.(feature);
  const agreed = agree();
  if ((await allowed) === false) return moreTexts.agreement.declined;
  const answer = await agreed;
  return answer.ok ? '' : texts.failures[answer.failure];
}
