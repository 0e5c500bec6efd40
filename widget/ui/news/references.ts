// Characters that XML cannot hold: the other control characters, lone surrogates, and the last two of the plane.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff]|\p{Cs}/gu;
const LATIN = /[\x80-\x9f]/g;
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|([a-z]\w{0,30}));/gi;
const NAMED = /&[a-z]\w{0,30};/gi;
const DECLARED = /<!entity\s+(\w+)\s+["']([^"'&%<]{0,200})["']/gi;
// No named reference stands for it.
const BETWEEN = '\ue000';

/** Takes out what XML cannot hold, and reads the C1 controls as the windows-1252 characters that were meant. */
export function clean(text: string): string {
  return text.replace(UNFIT, '').replace(LATIN, (character) => fromCode(character.charCodeAt(0)));
}

const windows1252 = new TextDecoder('windows-1252');

function fromCode(code: number): string {
  if (code > 127 && code < 160) return windows1252.decode(Uint8Array.of(code));
  return code > 0x10ffff ? '' : String.fromCodePoint(code).replace(UNFIT, '');
}

/**
 * Returns the function that replaces a source's character references: the numbered ones, HTML's named ones, and those
 * its own document type declares. A name that nobody knows stays as it is.
 */
export function decoder(source: string): (text: string) => string {
  const table = new Map<string, string>();
  const names = [...new Set(source.match(NAMED))];
  if (names.length > 0) {
    // Only these names are parsed, in a document that is never shown.
    const inert = new DOMParser().parseFromString(BETWEEN + names.join(BETWEEN), 'text/html');
    const values = (inert.body.textContent ?? '').split(BETWEEN);
    // Prototype, which old CRM pages load, has replaced the `entries` of arrays.
    let at = 0;
    for (const name of names) table.set(name, values[++at] ?? name);
    // XHTML and the RSS 0.91 document type have these two elsewhere than HTML 5.
    table.set('&lang;', '\u2329').set('&rang;', '\u232a');
    for (const [, name, value = ''] of source.matchAll(DECLARED)) table.set(`&${name};`, value);
  }
  return (text) =>
    text.replace(REFERENCE, (reference, hex, decimal) => {
      if (hex) return fromCode(Number.parseInt(hex, 16));
      return decimal ? fromCode(Number(decimal)) : (table.get(reference) ?? reference);
    });
}
