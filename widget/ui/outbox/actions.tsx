import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Call } from '../../contract/calls.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { copy } from '../shared/copy.ts';
import { useAct } from './useAct.tsx';

/** What can be done about messages, and where to go after it. */
export interface Actions {
  readonly call: Call;
  /** The outbox has changed; resolves when it is shown. A pressed button that is gone by then leaves its focus to others. */
  readonly onChange: () => Promise<void>;
  /** A message was put back into its form. */
  readonly onEdit: (feature: SubmissionFeature) => void;
  /** Has it read out, when there is a pause. */
  readonly say: (text: string) => void;
  /** Has it read out at once. */
  readonly warn: (text: string) => void;
}

/** A button that copies what `text` gives, if it gives any, and says whether it did. */
export function CopyButton(props: {
  look: string;
  label: string;
  text: () => Promise<string | undefined>;
  say: (text: string) => void;
}): VNode {
  const [outcome, setOutcome] = useState('');
  return (
    <button
      type="button"
      class={props.look}
      onClick={async () => {
        const text = await props.text();
        if (text === undefined) return;
        const words = copy(text) ? laterTexts.outbox.copied : laterTexts.outbox.notCopied;
        setOutcome(words);
        props.say(words);
      }}
    >
      {outcome || props.label}
    </button>
  );
}

export function RetryButton({ call, onChange }: Actions): VNode {
  const { act, problem } = useAct();
  return (
    <>
      <button
        type="button"
        class="link"
        onClick={async () => {
          await act(call('retry', {}));
          await onChange();
        }}
      >
        {laterTexts.outbox.tryNow}
      </button>
      {problem}
    </>
  );
}
