import { useRef, useState } from 'preact/hooks';
import type { Call, Output, Typed } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import type { SubmissionFeature, TypedField } from '../../contract/policy.ts';
import { typedFields } from '../../contract/policy.ts';
import type { Form } from './form.ts';
import { mistakeIn } from './mistakes.ts';
import { sameFacts } from './sameFacts.ts';
import { usePreparation } from './usePreparation.ts';

/** What a form does with what is typed into it: keeps it, shows what will be sent, and sends exactly that. */
export function useSubmission(call: Call, feature: SubmissionFeature, draft: Output<'draft'>, onSent: () => void) {
  const preparation = usePreparation(call, feature, draft);
  const { shown } = preparation;
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [picture, setPicture] = useState(draft.typed.screenshot);
  /** Fields that the person is done with: only those are found fault with. */
  const [judged, judge] = useState<readonly string[]>([]);
  const [sending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const exact = useRef<HTMLPreElement>(null);

  /**
   * What is sent is what was shown. So a press first brings the preview up to the last key; beyond the person's own words,
   * which they saw as they typed them, nothing in it may have changed by that, or they are asked to look again. And the
   * string that goes is taken from the page, where it stands to be read.
   */
  async function send(): Promise<void> {
    if (sending) return;
    setSending(true);
    const now = await preparation.settle();
    const wrong = now?.rows.find((row) => mistakeIn(feature, row));
    judge(typedFields);
    if (wrong) element.current?.querySelector<HTMLElement>(`[name=${wrong.field}]`)?.focus();
    else if (now) setFailure(shown && sameFacts(feature, shown.rows, now.rows) ? await sendShown() : 'changed');
    setSending(false);
  }

  async function sendShown(): Promise<FailureCode | null> {
    const answer = await call('send', { feature, message: exact.current?.textContent ?? '' });
    if (answer.ok) {
      element.current?.querySelectorAll<HTMLInputElement>('[name]').forEach((control) => {
        if (control.type === 'radio') control.checked = false;
        else control.value = '';
      });
      judge([]);
      setPicture(undefined);
      preparation.changed({});
      onSent();
    }
    if (answer.ok || answer.failure === 'changed') await preparation.prepare();
    return answer.ok ? null : answer.failure;
  }

  const form: Form = {
    feature,
    draft: draft.typed,
    sending,
    picture,
    faultWith: (field) => {
      const row = judged.includes(field) && shown?.rows.find((each) => each.field === field);
      return row ? mistakeIn(feature, row) : null;
    },
    // By what it holds now: the preview may be a key behind, and a fault that is none would push away what is being pressed.
    judge: async (field) => {
      await preparation.settle();
      judge((before) => [...before, field]);
    },
    attach: async (next) => {
      const answer = await call('attach', { feature, screenshot: next ?? null });
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return false;
      setPicture(next);
      await preparation.prepare();
      return true;
    },
  };

  return {
    form,
    shown,
    problem: failure ?? preparation.failure,
    element,
    exact,
    send,
    settle: preparation.settle,
    switchField: preparation.switchField,
    onInput: ({ currentTarget }: { currentTarget: HTMLFormElement }) => {
      setFailure(null);
      preparation.changed(typedInto(currentTarget));
    },
  };
}

function typedInto(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  const typed: { [F in TypedField]?: string } = {};
  for (const field of typedFields) {
    const value = data.get(field);
    if (typeof value === 'string') typed[field] = value;
  }
  return typed;
}
