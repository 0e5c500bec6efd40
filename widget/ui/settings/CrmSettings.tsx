import type { VNode } from 'preact';
import type { Output } from '../../contract/calls.ts';
import type { Opened } from '../frame/crm.ts';
import { addressOf } from '../frame/crm.ts';
import type { Home } from '../home.ts';
import { moreTexts } from '../moreTexts.ts';
import { texts } from '../texts.ts';
import { InstallSettings } from './InstallSettings.tsx';
import { Setting } from './Setting.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';

/** The CRM in front, and every other on which Noticeboard is shown: launchers, and what is known of each. */
export function CrmSettings(props: {
  home: Home;
  opened: Opened;
  settings: Output<'settings'>;
  onChange: () => void;
  say: (text: string) => void;
}): VNode {
  const t = moreTexts.settings;
  const { home, opened, settings, onChange } = props;
  const { crm, launcher, sites } = opened;
  const { installs } = settings;
  const isManaged = settings.managed.includes('crms');
  const isSideManaged = settings.managed.includes('side');
  const [start, end] = texts.direction === 'ltr' ? [t.left, t.right] : [t.right, t.left];
  const sides = { own: t.own, start, end };
  const hide = (baseUrl: string) => home.call('chooseLauncher', { baseUrl, launcher: 'toolbar' }).then(onChange);
  const facts = (baseUrl: string) => {
    const install = installs.find((each) => each.baseUrl === baseUrl);
    return (
      install && (
        <InstallSettings
          install={install}
          onEnter={async (field, value) => {
            const { ok } = await home.call('enter', { baseUrl, field, value });
            if (ok) props.say(t.saved);
            onChange();
          }}
        />
      )
    );
  };
  return (
    <>
      {crm && (
        <>
          <h3 class="group">{t.thisCrm}</h3>
          {launcher === 'always' ? (
            <Setting label={t.show} hint={t.always} />
          ) : launcher === 'shown' || home.showOnSite ? (
            <SwitchSetting
              label={t.show}
              on={launcher === 'shown'}
              managed={isManaged && launcher !== 'unasked'}
              onChange={(on) => (on ? home.showOnSite?.(crm.baseUrl).then(onChange) : hide(crm.baseUrl))}
            />
          ) : (
            <Setting label={t.show} hint={t.fromToolbar} />
          )}
          {facts(crm.baseUrl)}
        </>
      )}
      {settings.ofBrowser && (
        <>
          <h3 class="group">{t.shownOn}</h3>
          {sites.length === 0 && <Setting label={t.nowhere} hint={t.nowhereHint} />}
          {sites.map(({ baseUrl, company }) => (
            <div key={baseUrl}>
              <Setting
                label={company ?? addressOf(baseUrl)}
                hint={company && addressOf(baseUrl)}
                managed={isManaged}
                value={isManaged && company ? addressOf(baseUrl) : undefined}
              >
                <button type="button" class="link" onClick={() => hide(baseUrl)}>
                  {t.turnOff}
                  <span class="heard">{t.turnOffOn(addressOf(baseUrl))}</span>
                </button>
              </Setting>
              {!crm && facts(baseUrl)}
            </div>
          ))}
          <Setting
            label={t.side}
            hint={t.sideHint}
            control="launcher-side"
            managed={isSideManaged}
            value={isSideManaged ? sides[settings.side ?? 'own'] : undefined}
          >
            <select
              id="launcher-side"
              value={settings.side ?? ''}
              onChange={async ({ currentTarget: { value } }) => {
                const side = value === 'start' || value === 'end' ? value : null;
                const { ok } = await home.call('changeSettings', { side });
                if (ok) props.say(t.saved);
                onChange();
              }}
            >
              <option value="">{sides.own}</option>
              <option value="end">{sides.end}</option>
              <option value="start">{sides.start}</option>
            </select>
          </Setting>
        </>
      )}
    </>
  );
}
