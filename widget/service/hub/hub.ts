import type { Answer } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import { isBusy, refusal } from '../outbox/verdict.ts';
import type { Occasion, Surroundings } from '../surroundings.ts';

/** Milliseconds that a person would wait for something to read. */
const TIMEOUT = 15_000;

/** Asks the hub by a plain GET. The text of its answer, or why there is none; never throws. */
export async function askHub(
  { transport }: Pick<Surroundings, 'transport'>,
  url: string,
  asked: Pick<Occasion, 'purpose' | 'owner'>,
): Promise<Answer<string>> {
  const answer = await transport({ url, method: 'GET', timeout: TIMEOUT }, { ...asked, message: null });
  if (!answer.ok) return answer;
  const { status, text } = answer.value;
  if (status === 200) return success(text);
  if (isBusy(status)) return failure('busy');
  const words = refusal(text);
  return words === undefined ? failure('not-a-hub') : failure('refused', words);
}
