import type { VNode } from 'preact';
import type { Row } from '../../contract/calls.ts';
import type { Choice } from '../../contract/policy.ts';
import { laterTexts } from '../laterTexts.ts';
import { fileSize, locale } from './format.ts';
import { Icon } from './Icon.tsx';

/** Fields of several lines, which are told by their number and unfold. */
const lists = ['extensions', 'failedRequests', 'scriptErrors'];
/** Fields whose words stand in the form above. */
const words = ['text', 'happened', 'expected'];

/** The value of a field, and of what is long, how much it is; struck through when it stays here. */
export function DisclosedValue({ row, choice }: { row: Row; choice: Choice | undefined }): VNode {
  const { field, value, sent, malformed } = row;
  const t = laterTexts.disclosure;
  if (value === null) {
    const absence = choice === 'switch' ? t.unreadable : choice === 'offer' ? t.notCollected : t.nothingTyped;
    return <span class="soft">{field === 'screenshot' ? t.noPicture : absence}</span>;
  }
  if (lists.includes(field) && value !== 'none' && sent)
    return (
      <details>
        <summary>
          <Icon name="next" />
          {lineCount(row, value)}
        </summary>
        <pre class="exact" dir="ltr">
          {value}
        </pre>
      </details>
    );
  const told = lists.includes(field)
    ? lineCount(row, value)
    : words.includes(field)
      ? t.characters([...value].length)
      : field === 'screenshot'
        ? fileSize(Number(value))
        : value;
  // A value stays as it reads, whichever way the text around it runs.
  return sent || malformed ? <span dir="auto">{told}</span> : <s dir="auto">{told}</s>;
}

function lineCount({ field }: Row, value: string): string {
  const t = laterTexts.disclosure;
  if (value === 'none') return t.none;
  const count = value.split('\n').length;
  return field === 'extensions' ? t.installed(count.toLocaleString(locale)) : t.lines(count);
}
