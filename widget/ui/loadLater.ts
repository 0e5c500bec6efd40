import { useEffect, useRef, useState } from 'preact/hooks';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import type { Editor } from './editor.ts';
import type { Later } from './later.ts';
import { chunk, once } from './loadScript.ts';
import type { More } from './more.ts';
import { texts } from './texts.ts';

type Kit = Readonly<Record<string, object>>;

/** What the panel lends to the scripts after it: two Preacts on one page would not know each other's components. */
const kit: Kit = {
  'preact/hooks': { useEffect, useRef, useState },
  'preact/jsx-runtime': { Fragment, jsx, jsxs },
  '/texts.ts': { texts },
};

/** What such a script hands over: a function that is given what lends. The build wraps it so (scripts/bundle.ts). */
type Make<P> = (lend: (module: string) => object | undefined) => P;

function loadPart<P>(url: string, lending: () => Promise<Kit>): () => Promise<P> {
  const load = chunk<Make<P>>(url);
  return once(async () => {
    const [make, kit] = await Promise.all([load(), lending()]);
    return make((module) => kit[module]);
  });
}

/** The rest of the interface, from the script at that address; asked for when first needed. */
export function loadLater<L extends Later>(url: string): () => Promise<L> {
  return loadPart<L>(url, async () => kit);
}

/** What edits a picture, likewise. */
export function loadEditor<E extends Editor>(url: string): () => Promise<E> {
  return loadPart<E>(url, async () => kit);
}

/** The part after that, likewise. */
export function loadMore<M extends More>(url: string, later: () => Promise<Later>): () => Promise<M> {
  return loadPart<M>(url, async () => ({ ...kit, ...(await later()).lends }));
}
