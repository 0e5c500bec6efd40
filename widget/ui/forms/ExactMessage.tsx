import type { Ref, VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { fileSize } from '../shared/format.ts';
import { Exact } from './Exact.tsx';

/** The message byte for byte; `text` is the element that holds it. */
export function ExactMessage(props: { message: string; text: Ref<HTMLPreElement> }): VNode {
  const { message, text } = props;
  const t = laterTexts.disclosure;
  const bytes = fileSize(new TextEncoder().encode(message).length);
  const size = message.includes('"screenshot":"data:') ? t.sizeWithPicture(bytes) : t.size(bytes);
  return <Exact name={t.exact} text={message} size={size} element={text} />;
}
