import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Call, Output, Typed } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import { laterTexts } from '../laterTexts.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { focusNow } from '../shared/focus.ts';
import { texts } from '../texts.ts';
import { ExactMessage } from './ExactMessage.tsx';
import { Field } from './Field.tsx';
import { mistakeIn } from './mistakes.ts';
import { sameFacts } from './sameFacts.ts';
import { usePreparation } from './usePreparation.ts';

const feature = 'feedback';

/** Its inputs are left to the browser: what they hold is read on every change. */
export function FeedbackForm(props: { call: Call; draft: Output<'draft'>; onSent: () => void }): VNode {
  const t = laterTexts.feedback;
  const { call, draft } = props;
  const [typed, setTyped] = useState(draft.typed);
  const preparation = usePreparation(call, feature, draft);
  const { shown } = preparation;
  const [failure, setFailure] = useState<FailureCode | null>(null);
  /** Fields that the person is done with: only those are found fault with. */
  const [judged, judge] = useState({ text: false, email: false });
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const exact = useRef<HTMLPreElement>(null);

  const change = (next: Typed) => {
    setTyped(next);
    preparation.changed(next);
  };
  const faultWith = (field: 'text' | 'email') => (judged[field] && shown ? mistakeIn(field, shown.rows, typed) : null);

  /**
   * What is sent is what was shown. So a press first brings the preview up to the last key; beyond the person's own words,
   * which they saw as they typed them, nothing in it may have changed by that, or they are asked to look again. And the
   * string that goes is taken from the page, where it stands to be read.
   */
  async function send(): Promise<void> {
    if (sending) return;
    setSending(true);
    const now = await preparation.settle();
    const wrong = now && (['text', 'email'] as const).find((field) => mistakeIn(field, now.rows, typed));
    judge({ text: true, email: true });
    if (wrong) form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
    else if (now) setFailure(shown && sameFacts(feature, shown.rows, now.rows) ? await sendShown() : 'changed');
    setSending(false);
  }

  async function sendShown(): Promise<FailureCode | null> {
    const answer = await call('send', { feature, message: exact.current?.textContent ?? '' });
    if (answer.ok) {
      form.current?.querySelectorAll<HTMLInputElement>('[name]').forEach((control) => {
        control.value = '';
      });
      judge({ text: false, email: false });
      change({});
      props.onSent();
    }
    if (answer.ok || answer.failure === 'changed') await preparation.prepare();
    return answer.ok ? null : answer.failure;
  }

  const problem = failure ?? preparation.failure;
  return (
    <form
      class="form"
      ref={form}
      noValidate
      onInput={({ currentTarget }) => {
        const data = new FormData(currentTarget);
        setFailure(null);
        change({ text: String(data.get('text')), email: String(data.get('email')) });
      }}
      onFocusOut={preparation.settle}
      // Enter in the e-mail field would send without passing the preview.
      onSubmit={(event) => event.preventDefault()}
    >
      <Field
        name="text"
        label={t.label}
        error={faultWith('text')}
        control={(tie) => (
          <textarea
            {...tie}
            ref={focusNow}
            name="text"
            data-first
            rows={4}
            maxLength={limits.text * 2}
            placeholder={t.placeholder}
            defaultValue={draft.typed.text ?? ''}
            readOnly={sending}
          />
        )}
      />
      <Field
        name="email"
        label={t.email}
        hint={t.emailHint}
        error={faultWith('email')}
        control={(tie) => (
          <input
            {...tie}
            type="email"
            name="email"
            autocomplete="email"
            maxLength={limits.email}
            placeholder={t.emailExample}
            defaultValue={draft.typed.email ?? ''}
            readOnly={sending}
            onBlur={() => typed.email && judge({ ...judged, email: true })}
          />
        )}
      />
      {shown && (
        <>
          <Disclosure feature={feature} rows={shown.rows} onSwitch={preparation.switchField} />
          <ExactMessage message={shown.message} text={exact} />
        </>
      )}
      <p class="error" role="alert">
        {problem && texts.failures[problem]}
      </p>
      <div class="send">
        <button type="button" class="button main" onClick={send}>
          {t.send}
        </button>
        <p class="meta grow">{t.kept}</p>
      </div>
    </form>
  );
}
