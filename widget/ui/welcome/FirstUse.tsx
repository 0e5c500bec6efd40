import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { addressOf } from '../frame/crm.ts';
import { moreTexts } from '../moreTexts.ts';
import { focusFirst } from '../shared/focus.ts';

/** The one question before anything is shown in a CRM. */
export function FirstUse(props: {
  baseUrl: string;
  show: (baseUrl: string) => Promise<boolean>;
  onShown: () => void;
  onToolbar: () => void;
}): VNode {
  const t = moreTexts.firstUse;
  const [declined, decline] = useState(false);
  return (
    <div class="middle question" ref={focusFirst}>
      <h2>{t.title}</h2>
      <p class="soft">{t.text(addressOf(props.baseUrl))}</p>
      <dl class="facts">
        {t.facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button
          type="button"
          class="button main"
          data-first
          onClick={() =>
            // The browser asks only when this is the first thing that a click does.
            props.show(props.baseUrl).then((shown) => {
              decline(!shown);
              if (shown) props.onShown();
            })
          }
        >
          {t.show}
        </button>
        <button type="button" class="button" onClick={props.onToolbar}>
          {t.toolbar}
        </button>
      </div>
      <p class="meta">{t.later}</p>
      <p class="error" role="alert">
        {declined && t.declined}
      </p>
    </div>
  );
}
