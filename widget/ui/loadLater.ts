import { useEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import type { Later } from './later.ts';
import { chunk } from './loadScript.ts';
import { texts } from './texts.ts';

/** What the panel lends to the later script: two Preacts on one page would not know each other's components. */
const kit: Record<string, object> = {
  'preact/hooks': { useEffect, useRef, useState },
  'preact/jsx-runtime': { Fragment, jsx, jsxs },
  'texts.ts': { texts },
};

/** What the later script hands over: a function that is given the kit. The build wraps it so (scripts/bundle.ts). */
type MakeLater<L> = (lend: (name: string) => object | undefined) => L;

/** The rest of the interface, from the script at that address; asked for when first needed. */
export function loadLater<L extends Later>(url: string): () => Promise<L> {
  const load = chunk<MakeLater<L>>(url);
  let later: L | undefined;
  return async () => {
    later ??= (await load())((name) => kit[name]);
    return later;
  };
}
