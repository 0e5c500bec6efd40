/** Stands where something was taken out. */
const GAP = '…';
/** What is looked at of a line, and what is left of it at most, in characters. */
const LONGEST_READ = 2_000;
const LONGEST = 300;
/** How often a line is looked at: what is still not the same after that was wrapped up to get through. */
const MOST_LOOKS = 10;

type Rule = readonly [pattern: RegExp, instead: (found: string, part: string) => string];
const gap = () => GAP;
const nothing = () => '';

/** Before anything in a line is taken for what it stands for: a blank in a query is none yet. Of an address the path is left. */
const addresses: readonly Rule[] = [
  // What is in the address itself, or on somebody's own disk.
  [/data:[\w/+.-]*[;,]\S*|\bjavascript:\S+|blob:\S+|file:\/\S*/gi, gap],
  [/\b(?:authorization|cookie)["']?[=:].*/gi, gap],
  // Scheme, user, host and port.
  [/(?:\b[a-z][a-z\d+.-]{0,20}:)?\/\/[^\s/?#"'<>()]*/gi, nothing],
  // Query and fragment, up to a blank, or a parenthesis that closes around the address.
  [/[?#](?:[^\s"<>)]|\)+(?=[^\s"<>)]))*/g, nothing],
];
const secrets: readonly Rule[] = [
  // An e-mail address, and whatever else has its sign in it.
  [/[^\s"'<>(),;:]+/g, (word) => (/[@﹫＠]/.test(word) ? GAP : word)],
  // What is called a secret.
  [
    /((?:pass(?:word|wd|phrase)?|pwd|token|secret|sid|session|api[_-]?key)["']?[=:] ?["']?)[^\s"'&,;]+/gi,
    (_, name) => name + GAP,
  ],
  [/\b((?:bearer|basic) +|(?:pass(?:word|wd|phrase)?|pwd) +(?=[^\s\d]*\d))[^\s"']+/gi, (_, name) => name + GAP],
  // A number of more than six digits, with or without what divides them: so a date or a long version is one too.
  [/\p{N}(?:[\p{Pd} .,'’()_·٬٫/|]{0,3}\p{N}){6,}/gu, gap],
  // The number of a host: four parts with dots, or at least four with colons.
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}/gi, gap],
  // A JSON web token: its first part is a brace and a quotation mark in Base64.
  [/\beyJ[\w-]*(?:\.[\w-]*)*/g, gap],
  [/[\p{L}\p{M}\p{N}_~+=-]{8,}/gu, (word) => (looksLikeToken(word) ? GAP : word)],
];

/**
 * Longer than any word; long with a digit in it, of hexadecimal digits alone, or with more capitals than words begin in it; a
 * short one by digits that twice stand between letters.
 */
function looksLikeToken(word: string): boolean {
  if (word.length >= 32) return true;
  if (word.length < 16) return /\p{L}\p{N}+\p{L}+\p{N}+\p{L}/u.test(word);
  const beginnings = word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return /\p{N}|^[\da-f]+$/iu.test(word) || beginnings * 4 > word.length;
}

/**
 * A line about something that went wrong in a page, without what could say where it was or about whom: of addresses only the
 * path is left; what looks like an e-mail address, a token or a number of more than six digits is gone, and the `names` too,
 * in whatever letters, none of them empty. At most 300 characters, none of them a control character; empty where nothing is left.
 */
export function redact(line: string, names: readonly string[]): string {
  const own = names.map((name): Rule => [new RegExp(escaped(unwrapped(name)), 'giu'), gap]);
  let text = spaced(beginning(line));
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const plain = spaced(unwrapped(without(addresses, text)));
    // `%2540` is an `@` at the third look; and what is taken out may bring together what was apart.
    const left = plain === text ? spaced(without([...secrets, ...own], plain)) : plain;
    if (left === text) return [...text].slice(0, LONGEST).join('').trim();
    text = left;
  }
  return GAP;
}

function without(rules: readonly Rule[], text: string): string {
  return rules.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text);
}

/** As much as is looked at, in whole words: half a token might not look like one. */
function beginning(line: string): string {
  const start = line.slice(0, LONGEST_READ);
  return line.length > LONGEST_READ ? start.slice(0, Math.max(0, start.search(/\s\S*$/))) : start;
}

/** On one line, without what a terminal or a reader's eye would take for something else, or for nothing. */
function spaced(text: string): string {
  return text
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
}

/** With `%40`, `\u0040` and `\/` as what they stand for; what would end an address as `_`. */
function unwrapped(text: string): string {
  return text
    .replace(/\\\//g, '/')
    .replace(/\\u[\da-f]{4}|\\x[\da-f]{2}/gi, (code) =>
      inAddress(String.fromCharCode(Number.parseInt(code.slice(2), 16))),
    )
    .replace(/(?:%[\da-f]{2})+/gi, (codes) => {
      try {
        return inAddress(decodeURIComponent(codes));
      } catch {
        return GAP;
      }
    });
}

function inAddress(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s"'<>()]/gu, '_');
}

/** A pattern of the name; what is written as `_` in an address may stand as it is. */
function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('_', '.');
}
