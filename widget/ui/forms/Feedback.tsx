import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Call, Output } from '../../contract/calls.ts';
import { FeedbackForm } from './FeedbackForm.tsx';

/** The feedback form with what was typed before. `onSent` is told when a message stands in the outbox. */
export function Feedback({ call, onSent }: { call: Call; onSent: () => void }): VNode | null {
  const [draft, setDraft] = useState<Output<'draft'> | null>(null);
  useEffect(() => {
    call('draft', { feature: 'feedback' }).then((answer) =>
      setDraft(answer.ok ? answer.value : { typed: {}, switched: [] }),
    );
  }, []);
  return draft && <FeedbackForm call={call} draft={draft} onSent={onSent} />;
}
