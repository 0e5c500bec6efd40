import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Input, Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import { agreeTo } from '../agreement/agreeTo.ts';
import type { Home } from '../home.ts';
import { moreTexts } from '../moreTexts.ts';
import { Empty } from '../shared/Empty.tsx';
import { texts } from '../texts.ts';
import { AskWithFacts } from './AskWithFacts.tsx';
import { ExtensionList } from './ExtensionList.tsx';

type Facts = Output<'recommendationFacts'>;
export type Recommendations = Output<'recommendations'>;

/** Recommended extensions. The first visit, and who comes back to change it, says which facts the hub is asked with. */
export function Extensions({ home, say }: { home: Home; say: (text: string) => void }): VNode | null {
  const { call } = home;
  const [facts, setFacts] = useState<Answer<Facts> | null>(null);
  const [changing, change] = useState(false);
  const [list, setList] = useState<Answer<Recommendations> | null>(null);

  const ask = async () => {
    const answer = await call('recommendationFacts', {});
    setFacts(answer);
    if (answer.ok && answer.value.agreed) setList(await call('recommendations', {}));
  };
  const agree = async (shown: Input<'agreeToRecommendations'>) => {
    const wrong = await agreeTo('extensions', home, async () => {
      const answer = await call('agreeToRecommendations', shown);
      if (!answer.ok && answer.failure === 'changed') await ask();
      return answer;
    });
    if (wrong) return wrong;
    setList(null);
    change(false);
    await ask();
    return '';
  };
  useEffect(() => {
    ask();
  }, []);

  if (!facts) return null;
  const failed = !facts.ok ? facts : list && !list.ok ? list : null;
  if (failed)
    return (
      <Empty
        icon={failed.failure === 'offline' ? 'offline' : 'alert'}
        title={moreTexts.extensions.failed}
        text={texts.failures[failed.failure]}
        action={texts.tryAgain}
        onAction={ask}
      />
    );
  if (!facts.ok) return null;
  const { rows, address, agreed } = facts.value;
  if (!agreed || changing) return <AskWithFacts rows={rows} address={address} onAgree={agree} />;
  const told = rows.filter(({ sent }) => sent).map(({ value }) => value);
  const { asking, asked } = moreTexts.extensions;
  return (
    <>
      <div class="bar">
        <span class="grow meta">{(list ? asked : asking)(told.length, told.join(', '))}</span>
        <button type="button" class="link" onClick={() => change(true)}>
          {moreTexts.extensions.change}
        </button>
      </div>
      {list?.ok && <ExtensionList call={call} list={list.value} say={say} onRetry={ask} />}
    </>
  );
}
