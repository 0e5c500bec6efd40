import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice, Field, SubmissionFeature } from '../../contract/policy.ts';
import { explained } from '../../contract/reasons.ts';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { agreeTo } from './agreeTo.ts';

const choices: readonly Choice[] = ['always', 'typed', 'switch', 'offer'];

/** The focus goes to the answer, and the question stays in sight. */
function focusInPlace(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

/**
 * The question before the first use of a form: what the feature may send, and who decides. `known` are the fields that go
 * no more freely than the person agreed to before; when there are any, the others are marked as new.
 */
export function AskAgreement(props: {
  home: Home;
  feature: SubmissionFeature;
  known: readonly Field[];
  onAgreed: () => void;
}): VNode {
  const t = moreTexts.agreement;
  const { home, feature, known } = props;
  const [problem, setProblem] = useState('');
  const fields = explained(feature);
  const changed = known.length > 0;
  const groups = choices
    .map((choice) => ({
      choice,
      fields: fields.filter((entry) => entry.choice === choice).map(({ field }) => field),
    }))
    .filter((group) => group.fields.length > 0);

  async function agree(): Promise<void> {
    const wrong = await agreeTo(feature, home, () => home.call('agree', { feature }));
    setProblem(wrong);
    if (!wrong) props.onAgreed();
  }

  return (
    <section class="question">
      <h2>{changed ? t.changed(t.names[feature]) : t.first(t.names[feature])}</h2>
      <p class="soft">{changed ? t.changedText : t.text}</p>
      <dl class="facts">
        {groups.map((group) => (
          <div key={group.choice}>
            <dt>{t.choices[group.choice]}</dt>
            <dd>
              <ul class="fields">
                {group.fields.map((field) => (
                  <li key={field}>
                    {laterTexts.fields[field]}
                    {changed && !known.includes(field) && <span class="tag new">{t.isNew}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.never}</dt>
          <dd>{t.neverThis}</dd>
        </div>
      </dl>
      <p class="error" role="alert">
        {problem}
      </p>
      <div class="actions">
        <button type="button" class="button main" ref={focusInPlace} onClick={agree}>
          {t.agree}
        </button>
      </div>
    </section>
  );
}
