import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import type { Part } from './html.ts';
import type { RichText } from './richText.ts';

// The panel's own headings end at the third level.
const HEADINGS: Record<string, string> = { h1: 'h4', h2: 'h4', h3: 'h5', h4: 'h5', h5: 'h6' };

// A word without end would keep the browser busy looking for a place to break it.
const breakable = (text: string) => text.replace(/\S{500}/g, '$& ');

function draw(part: Part): ComponentChildren {
  if (typeof part === 'string') return breakable(part);
  const children = part.parts.map(draw);
  if (part.tag !== 'a') return h(HEADINGS[part.tag] ?? part.tag, null, children);
  if (part.href === undefined) return children;
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** A text of a feed as elements; made node by node, never from a string of HTML. */
export function drawn(text: RichText): ComponentChildren {
  return typeof text === 'string' ? <p>{breakable(text)}</p> : text.map(draw);
}
