import type { VNode } from 'preact';
import type { Opened } from '../frame/crm.ts';
import { addressOf } from '../frame/crm.ts';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { Switch } from '../shared/Switch.tsx';
import { HubForm } from '../welcome/HubForm.tsx';

/** The hub's address, and the CRMs on which Noticeboard is shown. */
export function Settings(props: {
  home: Home;
  opened: Opened;
  /** How many are in the outbox, in words. */
  messages: string;
  onOutbox: () => void;
  onLog: () => void;
  onChange: () => void;
  say: (text: string) => void;
}): VNode {
  const t = moreTexts.settings;
  const { home, opened, onChange } = props;
  const { crm, launcher, sites } = opened;
  const hide = (baseUrl: string) => home.call('chooseLauncher', { baseUrl, launcher: 'toolbar' }).then(onChange);
  return (
    <div class="form">
      <HubForm
        call={home.call}
        hub={opened.hub}
        onConnected={() => {
          props.say(laterTexts.connect.connected);
          onChange();
        }}
      />
      {crm && (
        <section>
          <h3>{t.thisCrm}</h3>
          {launcher === 'always' ? (
            <p class="soft">{t.always}</p>
          ) : launcher === 'shown' || home.showOnSite ? (
            <div class="head">
              <span>{t.show}</span>
              <Switch
                label={t.show}
                on={launcher === 'shown'}
                onChange={(on) => (on ? home.showOnSite?.(crm.baseUrl).then(onChange) : hide(crm.baseUrl))}
              />
            </div>
          ) : (
            <p class="soft">{t.fromToolbar}</p>
          )}
        </section>
      )}
      {launcher !== 'always' && (
        <section>
          <h3>{t.shownOn}</h3>
          {sites.length === 0 && <p class="soft">{t.nowhere}</p>}
          <ul>
            {sites.map(({ baseUrl, company }) => (
              <li key={baseUrl} class="head">
                <span class="grow">
                  {company} <span class="soft">{addressOf(baseUrl)}</span>
                </span>
                <button type="button" class="link" onClick={() => hide(baseUrl)}>
                  {t.turnOff}
                  <span class="heard">{t.turnOffOn(addressOf(baseUrl))}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="head">
        <h3>{laterTexts.outbox.title}</h3>
        <button type="button" class="link" onClick={props.onOutbox}>
          {props.messages}
        </button>
      </section>
      <section class="head">
        <h3>{laterTexts.log}</h3>
        <button type="button" class="link" onClick={props.onLog}>
          {laterTexts.outbox.log}
        </button>
      </section>
    </div>
  );
}
