import type { VNode } from 'preact';
import type { SubmissionProps } from '../forms/SubmissionForm.tsx';
import { SubmissionForm } from '../forms/SubmissionForm.tsx';
import { TextField } from '../forms/TextField.tsx';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';

/** The form to sign up for the newsletter; nothing of the CRM goes with it. */
export function Newsletter(props: SubmissionProps): VNode {
  const t = moreTexts.newsletter;
  const { email, emailExample } = laterTexts.feedback;
  return (
    <SubmissionForm {...props} feature="newsletter" send={t.send} note={t.note}>
      {(form) => (
        <>
          <p>{t.text}</p>
          <TextField form={form} name="email" label={email} placeholder={emailExample} first />
          <TextField form={form} name="name" label={laterTexts.fields.name} hint={moreTexts.report.optional} />
        </>
      )}
    </SubmissionForm>
  );
}
