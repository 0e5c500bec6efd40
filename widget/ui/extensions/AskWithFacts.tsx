import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Row } from '../../contract/calls.ts';
import { moreTexts } from '../moreTexts.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { focusFirst } from '../shared/focus.ts';

/** Shows what asking discloses, and asks only when the person presses the button. */
export function AskWithFacts(props: {
  rows: readonly Row[];
  /** Returns what went wrong, in words. */
  onAgree: (rows: readonly Row[]) => Promise<string>;
}): VNode {
  const t = moreTexts.extensions;
  const [problem, setProblem] = useState('');
  const [rows, setRows] = useState(props.rows);
  return (
    <form class="form" ref={focusFirst} onSubmit={(event) => event.preventDefault()}>
      <h2>{t.ask}</h2>
      <p class="soft">{t.askText}</p>
      <Disclosure
        feature="extensions"
        rows={rows}
        onSwitch={(field, sent) => setRows(rows.map((row) => (row.field === field ? { ...row, sent } : row)))}
      />
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="send">
        <button type="button" class="button main" onClick={async () => setProblem(await props.onAgree(rows))}>
          {t.askNow}
        </button>
      </div>
    </form>
  );
}
