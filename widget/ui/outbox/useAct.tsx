import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, FailureCode } from '../../contract/failure.ts';
import { laterTexts } from '../laterTexts.ts';
import { texts } from '../texts.ts';

/** Does something about messages, one thing at a time. */
export interface Act {
  /** Waits for the answer, and returns what was asked for; undefined where it was not done. */
  readonly act: <T>(answer: Promise<Answer<T>>) => Promise<T | undefined>;
  /** Why the last was not done, and what to do next; null when it was. */
  readonly problem: VNode | null;
}

export function useAct(): Act {
  const [failure, fail] = useState<FailureCode | null>(null);
  const { next } = laterTexts.outbox;
  return {
    act: async (asked) => {
      const answer = await asked;
      fail(answer.ok ? null : answer.failure);
      return answer.ok ? answer.value : undefined;
    },
    problem: failure && (
      <p class="error" role="alert">
        {texts.failures[failure]} {next[failure] ?? ''}
      </p>
    ),
  };
}
