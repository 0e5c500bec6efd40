import type { Call, CallName, Input, Output } from '../../widget/contract/calls.ts';
import type { Answer } from '../../widget/contract/failure.ts';
import { failure } from '../../widget/contract/failure.ts';
import { native } from '../native.ts';

/** Asks the background. It always answers; when the browser loses the question it is `internal`. */
export const call: Call = async <N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> => {
  try {
    return await native.runtime.sendMessage<object, Answer<Output<N>>>({ call: name, input });
  } catch {
    return failure('internal');
  }
};
