import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Call, Output } from '../../contract/calls.ts';
import type { Home } from '../home.ts';
import { Agreed } from './Agreed.tsx';
import { FeedbackForm } from './FeedbackForm.tsx';

/** The feedback form, after its question. `onSent` is told when a message stands in the outbox. */
export function Feedback({ home, onSent }: { home: Home; onSent: () => void }): VNode {
  return <Agreed home={home} feature="feedback" form={() => <FromDraft call={home.call} onSent={onSent} />} />;
}

/** The form with what was typed before. */
function FromDraft({ call, onSent }: { call: Call; onSent: () => void }): VNode | null {
  const [draft, setDraft] = useState<Output<'draft'> | null>(null);
  useEffect(() => {
    call('draft', { feature: 'feedback' }).then((answer) =>
      setDraft(answer.ok ? answer.value : { typed: {}, switched: [] }),
    );
  }, []);
  return draft && <FeedbackForm call={call} draft={draft} onSent={onSent} />;
}
