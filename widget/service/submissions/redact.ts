/** Stands where something was taken out. */
const GAP = '…';
/** What is looked at of a line, and what is left of it at most, in characters. */
const LONGEST_READ = 2_000;
const LONGEST = 300;

/** In this order: an address first becomes its path, and what is left of it is looked at like all else. */
const rules: readonly (readonly [RegExp, string])[] = [
  // A picture or a script in the address itself.
  [/\bdata:\S*/giu, GAP],
  // Scheme, user, host and port of an address.
  [/(?:\b[a-z][a-z\d+.-]*:)?\/\/[^\s/?#"'<>()]*/giu, ''],
  // Query and fragment.
  [/[?#][^\s"'<>)]*/gu, ''],
  // An e-mail address, and whatever else has its sign in it.
  [/[^\s"'<>(),;:]*@[^\s"'<>(),;:]*/gu, GAP],
  // A number of more than six digits, with or without what divides them.
  [/\p{Nd}(?:[\p{Zs}.,'’()_-]{0,2}\p{Nd}){6,}/gu, GAP],
  // The number of a host: four parts with dots, or at least four with colons.
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}/giu, GAP],
  // A token: long, with a digit in it, or longer than any word.
  [/(?=[\p{L}\p{M}_~+=-]*\p{Nd})[\p{L}\p{M}\p{Nd}_~+=-]{16,}|[\p{L}\p{M}\p{Nd}_~+=-]{32,}/gu, GAP],
];

/**
 * A line about something that went wrong in a page, without what could say where it was or about whom: of addresses only the
 * path is left; what looks like an e-mail address, a token or a number of more than six digits is gone, and the `names` too,
 * none of them empty. At most 300 characters, none of them a control character; empty where nothing is left.
 */
export function redact(line: string, names: readonly string[]): string {
  const plain = names.map(decoded);
  let before = '';
  let text = line.slice(0, LONGEST_READ);
  // What is taken out may bring together what was apart, and `%2540` is an `@` at the second look.
  while (text !== before) {
    before = text;
    text = spaced(decoded(text));
    for (const [pattern, instead] of rules) text = text.replace(pattern, instead);
    for (const name of plain) text = text.replaceAll(name, GAP);
  }
  return [...text].slice(0, LONGEST).join('').trim();
}

/** On one line, without what a terminal or a reader's eye would take for something else. */
function spaced(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return GAP;
    }
  });
}
