import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Input, Row } from '../../contract/calls.ts';
import { factsQuery } from '../../contract/factsQuery.ts';
import type { Field } from '../../contract/policy.ts';
import { Exact } from '../forms/Exact.tsx';
import { moreTexts } from '../moreTexts.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import { focusFirst } from '../shared/focus.ts';

/** Shows what asking discloses, and asks only when the person presses the button. The switches outlast a change of the facts. */
export function AskWithFacts(props: {
  rows: readonly Row[];
  /** Where it is asked; the facts are put behind it. */
  address: string;
  /** Given what was shown; returns what went wrong, in words. */
  onAgree: (shown: Input<'agreeToRecommendations'>) => Promise<string>;
}): VNode {
  const t = moreTexts.extensions;
  const [problem, setProblem] = useState('');
  const [chosen, choose] = useState<{ readonly [F in Field]?: boolean }>({});
  const rows = props.rows.map((row) => {
    const { field, value, malformed, sent } = row;
    return { ...row, sent: value !== null && !malformed && (chosen[field] ?? sent) };
  });
  const address = props.address + factsQuery(rows);
  return (
    <form class="form" ref={focusFirst} onSubmit={(event) => event.preventDefault()}>
      <h2>{t.ask}</h2>
      <p class="soft">{t.askText}</p>
      <Disclosure feature="extensions" rows={rows} onSwitch={(field, sent) => choose({ ...chosen, [field]: sent })} />
      <Exact name={t.exact} text={address} />
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="send">
        <button
          type="button"
          class="button main"
          onClick={async () => setProblem(await props.onAgree({ rows, address }))}
        >
          {t.askNow}
        </button>
      </div>
    </form>
  );
}
