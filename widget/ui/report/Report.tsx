import type { VNode } from 'preact';
import type { SubmissionProps } from '../forms/SubmissionForm.tsx';
import { SubmissionForm } from '../forms/SubmissionForm.tsx';
import { TextField } from '../forms/TextField.tsx';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { Screenshot } from './Screenshot.tsx';
import { SeverityField } from './SeverityField.tsx';

/** The form for what went wrong. */
export function Report({ home, onSent }: SubmissionProps): VNode {
  const t = moreTexts.report;
  const { email, emailHint, emailExample } = laterTexts.feedback;
  return (
    <SubmissionForm home={home} onSent={onSent} feature="issue" send={t.send} note={laterTexts.form.kept}>
      {(form) => (
        <>
          <TextField form={form} name="title" label={laterTexts.fields.title} first />
          <TextField form={form} name="happened" label={laterTexts.fields.happened} rows={3} />
          <TextField form={form} name="expected" label={laterTexts.fields.expected} hint={t.optional} rows={3} />
          <SeverityField form={form} />
          <Screenshot home={home} form={form} />
          <TextField form={form} name="email" label={email} hint={emailHint} placeholder={emailExample} />
        </>
      )}
    </SubmissionForm>
  );
}
