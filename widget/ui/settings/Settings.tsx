import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Input, Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import type { Feature } from '../../contract/policy.ts';
import { features } from '../../contract/policy.ts';
import type { SettingName } from '../../contract/settings.ts';
import type { Opened } from '../frame/crm.ts';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { Empty } from '../shared/Empty.tsx';
import { texts } from '../texts.ts';
import { HubForm } from '../welcome/HubForm.tsx';
import { CrmSettings } from './CrmSettings.tsx';
import { FeedSetting } from './FeedSetting.tsx';
import { Setting } from './Setting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

/** Everything that can be set here. Each change holds at once. */
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
  const { home, opened, say } = props;
  const { call } = home;
  const [answer, setAnswer] = useState<Answer<Output<'settings'>> | null>(null);
  const load = () => call('settings', {}).then(setAnswer);
  useEffect(() => void load(), []);

  const changed = () => {
    load();
    props.onChange();
  };
  const change = async (changes: Input<'changeSettings'>) => {
    const { ok } = await call('changeSettings', changes);
    if (ok) say(t.saved);
    changed();
  };

  if (!answer) {
    return (
      <p class="note soft" role="status">
        {laterTexts.loading}
      </p>
    );
  }
  if (!answer.ok) {
    const { failure } = answer;
    return <Empty icon="alert" title={texts.failures[failure]} action={texts.tryAgain} onAction={load} />;
  }
  const settings = answer.value;
  const { switchedOff } = settings;
  const isManaged = (name: SettingName) => settings.managed.includes(name);
  const turn = (feature: Feature, on: boolean) =>
    change({ switchedOff: on ? switchedOff.filter((each) => each !== feature) : [...switchedOff, feature] });
  return (
    <div class="settings">
      <CrmSettings home={home} opened={opened} settings={settings} onChange={changed} say={say} />
      <h3 class="group">{texts.features.news}</h3>
      {isManaged('hub') || !settings.ofBrowser ? (
        <Setting
          label={laterTexts.connect.label}
          managed={isManaged('hub')}
          value={opened.hub ?? texts.failures['no-hub']}
        />
      ) : (
        <div class="setting">
          <HubForm
            call={call}
            hub={opened.hub}
            onConnected={() => {
              say(laterTexts.connect.connected);
              changed();
            }}
          />
        </div>
      )}
      {settings.ofBrowser && (
        <>
          <SwitchSetting
            label={t.lookForNews}
            hint={t.lookForNewsHint}
            on={settings.lookForNews}
            managed={isManaged('lookForNews')}
            onChange={(lookForNews) => change({ lookForNews })}
          />
          <FeedSetting home={home} settings={settings} onChange={changed} />
        </>
      )}
      <h3 class="group">{t.features}</h3>
      {features.map((feature) => (
        <SwitchSetting
          key={feature}
          label={texts.features[feature]}
          on={!switchedOff.includes(feature)}
          managed={isManaged('switchedOff')}
          onChange={(on) => turn(feature, on)}
        />
      ))}
      <h3 class="group">{laterTexts.outbox.title}</h3>
      <Setting label={props.messages}>
        <button type="button" class="link" onClick={props.onOutbox}>
          {laterTexts.outbox.open}
        </button>
      </Setting>
      <Setting label={laterTexts.log}>
        <button type="button" class="link" onClick={props.onLog}>
          {laterTexts.outbox.open}
        </button>
      </Setting>
      {home.settingsAddress && (
        <p class="setting">
          <a class="link" href={home.settingsAddress} target="_blank" rel="noopener">
            {t.openInTab}
          </a>
        </p>
      )}
    </div>
  );
}
