import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Box } from '../../../widget/ui/editor/edits.ts';
import { boxBetween, middleOf, stepped, visible } from '../../../widget/ui/editor/edits.ts';

const whole: Box = { x: 0, y: 0, width: 800, height: 600 };
const within = fc.record({
  x: fc.nat(500),
  y: fc.nat(500),
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});
const point = fc.record({
  x: fc.double({ min: -100, max: 4000, noNaN: true }),
  y: fc.double({ min: -100, max: 4000, noNaN: true }),
});

function liesIn(box: Box, outer: Box): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}

test('a box takes in every pixel that it touches, whichever corner comes first', () => {
  const box = { x: 10, y: 20, width: 31, height: 31 };
  assert.deepEqual(boxBetween({ x: 10.9, y: 20.1 }, { x: 40.1, y: 50.9 }, whole), box);
  assert.deepEqual(boxBetween({ x: 40.1, y: 50.9 }, { x: 10.9, y: 20.1 }, whole), box);
});

test('a box is of whole pixels and lies within the picture, wherever the pointer went', () => {
  fc.assert(
    fc.property(point, point, within, (a, b, outer) => {
      const box = boxBetween(a, b, outer);
      assert.ok(Object.values(box).every(Number.isInteger));
      assert.ok(liesIn(box, outer));
    }),
  );
});

test('a frame that is moved and sized by keys stays within the picture, and never vanishes', () => {
  const step = fc.tuple(fc.constantFrom(-1, 0, 1), fc.constantFrom(-1, 0, 1), fc.boolean());
  fc.assert(
    fc.property(within, fc.array(step, { maxLength: 100 }), (outer, steps) => {
      let frame = middleOf(outer);
      for (const [across, down, sizes] of steps) frame = stepped(frame, outer, across, down, sizes);
      assert.ok(liesIn(frame, outer));
      assert.ok(frame.width >= 1 && frame.height >= 1);
    }),
  );
});

test('what is left is the last crop; without one, or with it undone, the whole picture', () => {
  const crop = { mode: 'crop', box: { x: 5, y: 5, width: 10, height: 10 } } as const;
  const black = { mode: 'black', box: { x: 6, y: 6, width: 2, height: 2 } } as const;
  assert.deepEqual(visible(whole, []), whole);
  assert.deepEqual(visible(whole, [black, crop, black]), crop.box);
  assert.deepEqual(visible(whole, [black]), whole);
});
