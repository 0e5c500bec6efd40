import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from './plainText.ts';

test('only the words of HTML stay', () => {
  assert.equal(
    plainText('<p>A &amp; B:\n <a href="https://x.example/?a=1&amp;b=2">C&nbsp;&lt;D&gt;</a> &#8212; &#x2713;</p>'),
    'A & B: C <D> — ✓',
  );
});

test('what is no reference stays as it is', () => {
  assert.equal(plainText('AT&T &unknown; &#9999999;'), 'AT&T &unknown; &#9999999;');
});
