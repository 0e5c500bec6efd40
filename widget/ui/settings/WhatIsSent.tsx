import type { VNode } from 'preact';
import { features } from '../../contract/policy.ts';
import { explained } from '../../contract/reasons.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { texts } from '../texts.ts';

/** The policy table, as a person reads it. */
export function WhatIsSent({ onLog }: { onLog: () => void }): VNode {
  const t = moreTexts.policy;
  return (
    <div class="form">
      <p>
        {t.text}{' '}
        <button type="button" class="link" onClick={onLog}>
          {t.log}
        </button>
      </p>
      {features.map((feature) => {
        const fields = explained(feature);
        return (
          <section key={feature}>
            <h3>{texts.features[feature]}</h3>
            {fields.length === 0 && <p class="soft">{t.nothing}</p>}
            <dl class="facts">
              {fields.map(({ field, reason, personal, choice }) => (
                <div key={field}>
                  <dt>{laterTexts.fields[field]}</dt>
                  <dd>
                    {reason}{' '}
                    <span class="soft">
                      {personal && t.personal} {t[choice]}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <p class="soft">{t.never}</p>
      <p class="soft">{t.headers}</p>
      <p class="soft">{t.withdraw}</p>
    </div>
  );
}
