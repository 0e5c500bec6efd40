import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import { withPicture } from '../../contract/picture.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import type { Home } from '../home.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { Empty } from '../shared/Empty.tsx';
import { texts } from '../texts.ts';
import { Agreed } from './Agreed.tsx';
import { ExactMessage } from './ExactMessage.tsx';
import type { Form } from './form.ts';
import { useSubmission } from './useSubmission.ts';

export interface SubmissionProps {
  readonly home: Home;
  /** Told when a message stands in the outbox. */
  readonly onSent: () => void;
}

interface Props extends SubmissionProps {
  readonly feature: SubmissionFeature;
  /** What the button says. */
  readonly send: string;
  /** What becomes of it, beside the button. */
  readonly note: string;
  readonly children: (form: Form) => ComponentChildren;
}

/** A form, after the question that comes before its first use: its fields, what will be sent, and the button after that. */
export function SubmissionForm(props: Props): VNode {
  return <Agreed home={props.home} feature={props.feature} form={() => <FromDraft {...props} />} />;
}

/** The form with what was typed before; not without, for its first preview would be stored over that. */
function FromDraft(props: Props): VNode | null {
  const { home, feature } = props;
  const [draft, setDraft] = useState<Answer<Output<'draft'>> | null>(null);
  const load = async () => setDraft(await home.call('draft', { feature }));
  useEffect(() => {
    load();
  }, []);
  if (!draft) return null;
  if (draft.ok) return <Drafted {...props} draft={draft.value} />;
  const { notLoaded } = texts.frame;
  const why = texts.failures[draft.failure];
  return <Empty icon="alert" title={notLoaded} text={why} action={texts.tryAgain} onAction={load} />;
}

/** Its inputs are left to the browser: what they hold is read on every change. */
function Drafted({ home, feature, draft, onSent, send, note, children }: Props & { draft: Output<'draft'> }): VNode {
  const { form, shown, problem, ...submission } = useSubmission(home.call, feature, draft, onSent);
  return (
    <form
      class="form"
      ref={submission.element}
      noValidate
      onInput={submission.onInput}
      onFocusOut={submission.settle}
      // Enter in a field would send without passing the preview.
      onSubmit={(event) => event.preventDefault()}
    >
      {children(form)}
      {shown && (
        <>
          <Disclosure feature={feature} rows={shown.rows} onSwitch={submission.switchField} />
          <ExactMessage message={withPicture(shown.message, form.picture)} text={submission.exact} />
        </>
      )}
      <p class="error" role="alert">
        {problem && texts.failures[problem]}
      </p>
      {(shown || problem) && (
        <div class="send">
          <button type="button" class="button main" onClick={submission.send}>
            {send}
          </button>
          <p class="meta grow">{note}</p>
        </div>
      )}
    </form>
  );
}
