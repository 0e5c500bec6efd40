import type { VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import type { SubmissionProps } from './SubmissionForm.tsx';
import { SubmissionForm } from './SubmissionForm.tsx';
import { TextField } from './TextField.tsx';

/** The feedback form. */
export function Feedback(props: SubmissionProps): VNode {
  const t = laterTexts.feedback;
  return (
    <SubmissionForm {...props} feature="feedback" send={t.send} note={laterTexts.form.kept}>
      {(form) => (
        <>
          <TextField form={form} name="text" label={t.label} placeholder={t.placeholder} rows={4} first />
          <TextField form={form} name="email" label={t.email} hint={t.emailHint} placeholder={t.emailExample} />
        </>
      )}
    </SubmissionForm>
  );
}
