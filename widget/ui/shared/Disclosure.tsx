import type { VNode } from 'preact';
import type { Row } from '../../contract/calls.ts';
import type { Choice, Feature, Field, FieldPolicy } from '../../contract/policy.ts';
import { policy } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { LaterIcon } from './LaterIcon.tsx';
import { Switch } from './Switch.tsx';

/** Who decides that a field of the feature goes. */
export function choiceOf(feature: Feature, field: Field): Choice | undefined {
  const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
  return table[field]?.choice;
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
            <Line key={row.field} row={row} choice={choiceOf(props.feature, row.field)} onSwitch={props.onSwitch} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(props: { row: Row; choice: Choice | undefined; onSwitch: (field: Field, on: boolean) => void }): VNode {
  const { row, choice } = props;
  const { field, value, sent } = row;
  const t = laterTexts.disclosure;
  const label = laterTexts.fields[field];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {value === null ? (
          <span class="soft">{choice === 'switch' ? t.unreadable : t.nothingTyped}</span>
        ) : sent || row.malformed ? (
          <span>{field === 'text' ? t.characters([...value].length) : value}</span>
        ) : (
          <s>{value}</s>
        )}
        <div class="meta">{originOf(row, choice)}</div>
      </td>
      <td>
        {choice === 'always' && (
          <>
            <LaterIcon name="lock" />
            <span class="heard">{t.always}</span>
          </>
        )}
        {choice === 'switch' && value !== null && (
          <Switch label={label} on={sent} onChange={(on) => props.onSwitch(field, on)} />
        )}
      </td>
    </tr>
  );
}

function originOf({ value, source, malformed }: Row, choice: Choice | undefined): string {
  const t = laterTexts.disclosure;
  if (malformed) return t.malformed;
  if (choice === 'typed') return t.personal;
  if (choice === 'always' && value === null) return t.typeIt;
  return source === null ? '' : laterTexts.sources[source];
}
