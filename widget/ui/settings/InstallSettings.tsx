import type { ComponentChildren, VNode } from 'preact';
import type { Output } from '../../contract/calls.ts';
import { industries } from '../../contract/industries.ts';
import { limits } from '../../contract/limits.ts';
import type { EnteredField } from '../../contract/settings.ts';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import { Setting } from './Setting.tsx';

type Install = Output<'settings'>['installs'][number];

/** What is known of a CRM that its page does not always say: shown with its source, or asked for. */
export function InstallSettings(props: {
  install: Install;
  onEnter: (field: EnteredField, value: string | null) => void;
}): VNode {
  const { install, onEnter } = props;
  const t = moreTexts.settings;
  const known = industries.some((industry) => industry === install.industry?.value);
  return (
    <>
      <Fact install={install} field="industry" hint={t.forMessages}>
        {(id, value) => (
          <select
            id={id}
            value={value}
            onChange={({ currentTarget }) => onEnter('industry', currentTarget.value || null)}
          >
            <option value="">{t.notSaid}</option>
            {value && !known && <option>{value}</option>}
            {industries.map((industry) => (
              <option key={industry}>{industry}</option>
            ))}
          </select>
        )}
      </Fact>
      <Fact install={install} field="os" hint={t.forMessages}>
        {(id, value) => (
          <input
            id={id}
            maxLength={limits.os}
            placeholder={t.osExample}
            defaultValue={value}
            onChange={({ currentTarget }) => onEnter('os', currentTarget.value.trim() || null)}
          />
        )}
      </Fact>
    </>
  );
}

/** A fact that a source knows is not asked for. */
function Fact(props: {
  install: Install;
  field: EnteredField;
  hint: string;
  children: (id: string, value: string) => ComponentChildren;
}): VNode {
  const { install, field } = props;
  const fact = install[field];
  const label = laterTexts.fields[field];
  const id = `${field} ${install.baseUrl}`.replace(/\W+/g, '-');
  if (fact === null || fact.source === 'entered') {
    return (
      <Setting label={label} control={id} hint={props.hint}>
        {props.children(id, fact?.value ?? '')}
      </Setting>
    );
  }
  return (
    <Setting
      label={label}
      managed={fact.source === 'managed'}
      hint={laterTexts.sources[fact.source]}
      value={fact.value}
    />
  );
}
