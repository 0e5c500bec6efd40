import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call, Output, Typed } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import type { Field, SubmissionFeature } from '../../contract/policy.ts';
import { choiceOf } from '../shared/Disclosure.tsx';

export type Prepared = Output<'prepare'>;

export interface Preparation {
  /** The preview, as the service last made it; null before the first. */
  readonly shown: Prepared | null;
  /** Why the form as it stands now could not be stored and shown. */
  readonly failure: FailureCode | null;
  /** To be called on every change of the form, with all that it holds. */
  readonly changed: (typed: Typed) => void;
  readonly switchField: (field: Field, on: boolean) => void;
  /** Stores and shows anew, and returns what is shown; null when that failed. */
  readonly prepare: () => Promise<Prepared | null>;
  /** The same, but only as far as something is not stored and shown yet. */
  readonly settle: () => Promise<Prepared | null>;
}

/**
 * Keeps the stored draft and the preview up with a form: `limits.draftDelay` after a key at the latest, and at once when
 * the page goes away.
 */
export function usePreparation(call: Call, feature: SubmissionFeature, draft: Output<'draft'>): Preparation {
  const [{ shown, failure }, show] = useState<Pick<Preparation, 'shown' | 'failure'>>({ shown: null, failure: null });
  const state = useRef({ ...draft, timer: 0, turn: 0, settled: Promise.resolve<Prepared | null>(null) }).current;

  const ask = async (turn: number): Promise<Prepared | null> => {
    const answer = await call('prepare', { feature, typed: state.typed, switched: state.switched });
    // A late answer says nothing about what the form holds by now; the one to the newest question does.
    if (turn !== state.turn) return state.settled;
    show((before) => (answer.ok ? { shown: answer.value, failure: null } : { ...before, failure: answer.failure }));
    return answer.ok ? answer.value : null;
  };
  const prepare = () => {
    clearTimeout(state.timer);
    state.timer = 0;
    state.turn += 1;
    state.settled = ask(state.turn);
    return state.settled;
  };

  useEffect(() => {
    const flush = () => {
      if (state.timer) prepare();
    };
    prepare();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      flush();
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
    };
  }, []);

  return {
    shown,
    failure,
    prepare,
    settle: () => (state.timer || failure ? prepare() : state.settled),
    changed: (typed) => {
      state.typed = typed;
      state.timer ||= window.setTimeout(prepare, limits.draftDelay);
    },
    switchField: (field, on) => {
      const others = state.switched.filter((other) => other !== field);
      const moved = on === (choiceOf(feature, field) === 'offer');
      state.switched = moved ? [...others, field] : others;
      prepare();
    },
  };
}
