import type { VNode } from 'preact';
import type { TypedField } from '../../contract/policy.ts';
import { focusNow } from '../shared/focus.ts';
import { Field } from './Field.tsx';
import type { Form } from './form.ts';
import { mostOf } from './mistakes.ts';

const email = { type: 'email' } as const;
const line = { type: 'text' } as const;

/** A field to type into: of one line, or of as many as `rows` says. The `first` of a form takes the focus. */
export function TextField(props: {
  form: Form;
  name: TypedField;
  label: string;
  hint?: string;
  placeholder?: string;
  rows?: number;
  first?: true;
}): VNode {
  const { form, name, rows, placeholder, first } = props;
  const shared = {
    name,
    placeholder,
    defaultValue: form.draft[name] ?? '',
    readOnly: form.sending,
    onBlur: ({ currentTarget }: { currentTarget: { value: string } }) => currentTarget.value && form.judge(name),
    ...(first ? { 'data-first': true, ref: focusNow } : {}),
  };
  return (
    <Field
      name={`${form.feature}-${name}`}
      label={props.label}
      hint={props.hint}
      error={form.faultWith(name)}
      control={(tie) =>
        rows ? (
          // Not cut off: too long, it can be read what to leave out.
          <textarea {...tie} {...shared} rows={rows} maxLength={mostOf(name) * 2} />
        ) : (
          <input
            {...tie}
            {...shared}
            {...(name === 'email' ? email : line)}
            autocomplete={name === 'title' ? 'off' : name}
            maxLength={mostOf(name)}
          />
        )
      }
    />
  );
}
