import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../contract/calls.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { texts } from '../texts.ts';

/** Shows what asking discloses, and asks only when the person presses the button. */
export function AskWithFacts(props: { rows: readonly Row[]; onAgree: (rows: readonly Row[]) => void }): VNode {
  const t = texts.extensions;
  const [rows, setRows] = useState(props.rows);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('button')?.focus(), []);
  return (
    <form class="form" ref={form} onSubmit={(event) => event.preventDefault()}>
      <h2>{t.ask}</h2>
      <p class="soft">{t.askText}</p>
      <Disclosure
        feature="extensions"
        rows={rows}
        onSwitch={(field, sent) => setRows(rows.map((row) => (row.field === field ? { ...row, sent } : row)))}
      />
      <div class="send">
        <button type="button" class="button main" onClick={() => props.onAgree(rows)}>
          {t.askNow}
        </button>
      </div>
    </form>
  );
}
