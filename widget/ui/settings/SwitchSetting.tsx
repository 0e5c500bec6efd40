import type { VNode } from 'preact';
import { moreTexts } from '../moreTexts.ts';
import { Switch } from '../shared/Switch.tsx';
import { Setting } from './Setting.tsx';

/** A setting that is on or off. */
export function SwitchSetting(props: {
  label: string;
  hint?: string;
  on: boolean;
  managed?: boolean;
  onChange: (on: boolean) => void;
}): VNode {
  const { label, on, managed = false } = props;
  const t = moreTexts.settings;
  return (
    <Setting label={label} hint={props.hint} managed={managed} value={managed ? (on ? t.on : t.off) : undefined}>
      <Switch label={label} on={on} onChange={props.onChange} />
    </Setting>
  );
}
