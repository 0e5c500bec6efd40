// The scripts looked for stand in the page's head and are short; a page of any size costs no more than this.
const MOST_SCRIPTS = 200;
const LONGEST = 20_000;

/** The first match in the text of the page's inline scripts, among the short ones at its beginning. */
export function inInlineScripts(document: Document, pattern: RegExp): RegExpExecArray | undefined {
  const scripts = document.scripts;
  for (let at = 0; at < scripts.length && at < MOST_SCRIPTS; at += 1) {
    const script = scripts[at];
    const isCode = script && !script.hasAttribute('src') && /^$|javascript/i.test(script.type);
    const text = isCode ? script.text : '';
    const match = text.length <= LONGEST ? pattern.exec(text) : null;
    if (match) return match;
  }
  return undefined;
}
