import type { VNode } from 'preact';
import type { Form } from '../forms/form.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { Icon } from '../shared/Icon.tsx';

/** One of three; none is chosen beforehand, because it is the person's word. */
export function SeverityField({ form }: { form: Form }): VNode {
  const error = form.faultWith('severity');
  return (
    <fieldset class="field" aria-describedby="severity-error">
      <legend>{laterTexts.fields.severity}</legend>
      <div class="choices">
        {Object.entries(moreTexts.report.severities).map(([severity, words]) => (
          <label key={severity} class="choice">
            <input
              type="radio"
              name="severity"
              value={severity}
              defaultChecked={form.draft.severity === severity}
              onClick={(event) => {
                if (form.sending) event.preventDefault();
              }}
            />
            {words}
          </label>
        ))}
      </div>
      <p class="error" id="severity-error">
        {error && (
          <>
            <Icon name="alert" />
            {error}
          </>
        )}
      </p>
    </fieldset>
  );
}
