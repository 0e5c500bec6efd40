import type { VNode } from 'preact';
import type { Row } from '../../contract/calls.ts';
import type { Choice, Feature, Field, FieldPolicy } from '../../contract/policy.ts';
import { policy } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { DisclosedValue } from './DisclosedValue.tsx';
import { LaterIcon } from './LaterIcon.tsx';
import { Switch } from './Switch.tsx';

function policyOf(feature: Feature, field: Field): FieldPolicy | undefined {
  const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
  return table[field];
}

/** Who decides that a field of the feature goes. */
export function choiceOf(feature: Feature, field: Field): Choice | undefined {
  return policyOf(feature, field)?.choice;
}

/** "What will be sent": a row for each field with its value, where it was read, and its switch. */
export function Disclosure(props: {
  feature: Feature;
  rows: readonly Row[];
  onSwitch: (field: Field, on: boolean) => void;
}): VNode {
  const t = laterTexts.disclosure;
  return (
    <div class="disclosure">
      <div class="head">
        <h3>{t.title}</h3>
        <span class="soft">{t.count(props.rows.filter(({ sent }) => sent).length, props.rows.length)}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.send}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Line key={row.field} row={row} policy={policyOf(props.feature, row.field)} onSwitch={props.onSwitch} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(props: {
  row: Row;
  policy: FieldPolicy | undefined;
  onSwitch: (field: Field, on: boolean) => void;
}): VNode {
  const { row, policy } = props;
  const { field, value, sent } = row;
  const choice = policy?.choice;
  const t = laterTexts.disclosure;
  const label = laterTexts.fields[field];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <DisclosedValue row={row} choice={choice} />
        <div class="meta">{originOf(row, policy)}</div>
      </td>
      <td>
        {choice === 'always' && (
          <>
            <LaterIcon name="lock" />
            <span class="heard">{t.always}</span>
          </>
        )}
        {(choice === 'offer' || (choice === 'switch' && value !== null)) && (
          <Switch label={label} on={sent} onChange={(on) => props.onSwitch(field, on)} />
        )}
      </td>
    </tr>
  );
}

function originOf({ field, value, source, malformed }: Row, policy: FieldPolicy | undefined): string {
  const t = laterTexts.disclosure;
  if (malformed) return t.malformed;
  if (policy?.choice === 'typed') return policy.personal ? t.personal : t.addIt;
  if (policy?.choice === 'offer' && value === null) return field === 'scriptErrors' ? t.fromThenOn : t.ifOn;
  if (policy?.choice === 'always' && value === null) return t.typeIt;
  return source === null ? '' : laterTexts.sources[source];
}
