import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Part } from '../../../widget/ui/news/html.ts';
import { htmlTree } from '../../../widget/ui/news/html.ts';
import { scan } from '../../../widget/ui/news/markup.ts';
import { repair } from '../../../widget/ui/news/repair.ts';
import { judge, patternsIn } from '../patternsIn.ts';

/** Looks for a place to break in each run of 500, which the checker takes too long over: it begins anew after each. */
const plain = '\\S{500}';

describe('No pattern of the feed reader can be made to look at a text over and over', () => {
  for (const each of patternsIn('widget/ui/news')) {
    if (each.pattern === plain) continue;
    test(`${each.file}: ${each.pattern.slice(0, 60)}`, () => assert.equal(judge(each), 'safe'));
  }
});

/** How many pieces the scanner finds in a text, and how many characters it hands on. */
function steps(text: string): number {
  let count = 0;
  const note = (words: string) => {
    count += 1 + words.length;
  };
  scan(text, {
    text: note,
    close: note,
    open: (name, attributes) => {
      note(name);
      for (const [key, value] of attributes) note(key + value);
    },
  });
  return count;
}

function size(parts: readonly Part[]): number {
  let count = 0;
  for (const part of parts) count += typeof part === 'string' ? part.length : 1 + size(part.parts);
  return count;
}

// What ends and begins things, and what only looks like it. Named references want a document, which there is none of here.
const piece = fc.constantFrom(
  ...'<|>|</|/>|<b>|</b>|<p|<a href=|"|\'|=|<!--|-->|<![CDATA[|]]>|<!doctype|[|]|<script>|</script|<style|&#|&#x41;|;| |x|\n'.split(
    '|',
  ),
  '|',
);
const pieces = fc.array(piece, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));

describe('Whatever text is repeated', () => {
  test('no more is made of it than it is long', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 500 }), (text, times) => {
        const long = text.repeat(times);
        assert.ok(steps(long) <= 2 * long.length + 2);
        assert.ok(size(htmlTree(long, undefined)) <= long.length + 1);
        // A single character becomes a reference of five or six, and each element gets its end tag.
        assert.ok(repair(long).length <= 8 * long.length + 2000);
      }),
      { numRuns: 3000 },
    );
  });
});
