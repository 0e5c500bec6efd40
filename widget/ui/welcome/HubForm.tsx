import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Call } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import { Field } from '../forms/Field.tsx';
import { laterTexts } from '../laterTexts.ts';
import { texts } from '../texts.ts';

/** Asks for the hub's address, and keeps it once a hub answered there. */
export function HubForm(props: {
  call: Call;
  hub: string | null;
  onConnected: () => void;
  children?: ComponentChildren;
}): VNode {
  const t = laterTexts.connect;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const address = event.currentTarget.querySelector('input');
        if (busy || !address) return;
        setBusy(true);
        const answer = await props.call('connect', { hub: address.value.trim() });
        setBusy(false);
        setFailure(answer.ok ? null : answer.failure);
        if (answer.ok) props.onConnected();
        else address.focus();
      }}
    >
      <Field
        name="hub"
        label={t.label}
        error={failure && texts.failures[failure]}
        control={(tie) => (
          <input
            {...tie}
            type="url"
            dir="ltr"
            data-first
            autocomplete="off"
            maxLength={limits.url}
            placeholder="https://"
            defaultValue={props.hub ?? ''}
            readOnly={busy}
          />
        )}
      />
      <p class="meta">{t.hint}</p>
      <div class="actions">
        <button type="submit" class="button main" aria-busy={busy}>
          {t.connect}
        </button>
        {props.children}
      </div>
    </form>
  );
}
