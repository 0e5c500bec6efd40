import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import { WithMore } from '../frame/WithMore.tsx';
import type { Home } from '../home.ts';

/** A form, once the person agreed to what its feature may send; until then, and when that has grown, the question. */
export function Agreed(props: { home: Home; feature: SubmissionFeature; form: () => VNode | null }): VNode | null {
  const { home, feature, form } = props;
  const [agreement, setAgreement] = useState<Answer<Output<'agreement'>> | null>(null);
  const ask = async () => setAgreement(await home.call('agreement', { feature }));
  useEffect(() => {
    ask();
  }, []);
  if (!agreement) return null;
  // Whatever keeps the service from knowing, the form says in its own words.
  if (!agreement.ok || agreement.value.agreed) return form();
  const { fields } = agreement.value;
  return (
    <WithMore home={home}>
      {(more) => <more.AskAgreement home={home} feature={feature} known={fields} onAgreed={ask} />}
    </WithMore>
  );
}
