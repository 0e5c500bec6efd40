import type { VNode } from 'preact';
import type { Crm } from '../frame/crm.ts';
import { WithMore } from '../frame/WithMore.tsx';
import type { Home } from '../home.ts';
import { Connect } from './Connect.tsx';

/** What has to be answered before the features are shown: where the hub is, or whether to be shown on this CRM. */
export function Question(props: {
  home: Home;
  /** The CRM to be shown on; null to ask for the hub. */
  crm: Crm | null;
  onAnswer: () => void;
  onLater: () => void;
}): VNode {
  const { home, crm, onAnswer } = props;
  const { call, showOnSite } = home;
  if (!crm || !showOnSite) return <Connect call={call} onConnected={onAnswer} onLater={props.onLater} />;
  const { baseUrl } = crm;
  return (
    <WithMore home={home}>
      {(more) => (
        <more.FirstUse
          baseUrl={baseUrl}
          show={showOnSite}
          onShown={onAnswer}
          onToolbar={() => call('chooseLauncher', { baseUrl, launcher: 'toolbar' }).then(onAnswer)}
        />
      )}
    </WithMore>
  );
}
