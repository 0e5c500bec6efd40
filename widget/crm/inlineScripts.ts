// The scripts looked for stand near the page's beginning, and what is looked for at theirs; a page of any size costs no
// more than this.
const MOST_SCRIPTS = 200;
const LONGEST = 20_000;

/** The first match in the beginnings of the page's inline scripts. */
export function inInlineScripts(document: Document, pattern: RegExp): RegExpExecArray | undefined {
  const scripts = document.scripts;
  for (let at = 0; at < scripts.length && at < MOST_SCRIPTS; at += 1) {
    const script = scripts[at];
    const isCode = script && !script.hasAttribute('src') && /^$|javascript/i.test(script.type);
    const match = isCode ? pattern.exec(script.text.slice(0, LONGEST)) : null;
    if (match) return match;
  }
  return undefined;
}
