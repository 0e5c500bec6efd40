/** A part of a picture, in whole pixels of it. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Mode = 'black' | 'crop';
/** One step, which can be undone. */
export interface Edit {
  readonly mode: Mode;
  readonly box: Box;
}

/** What is left of the picture: the last crop, each of which lies within the one before. */
export function visible(whole: Box, edits: readonly Edit[]): Box {
  return edits.findLast(({ mode }) => mode === 'crop')?.box ?? whole;
}

/** The box between two corners, as far as it lies within another; every pixel that it touches belongs to it. */
export function boxBetween(a: Point, b: Point, within: Box): Box {
  const clampX = (x: number) => Math.min(Math.max(x, within.x), within.x + within.width);
  const clampY = (y: number) => Math.min(Math.max(y, within.y), within.y + within.height);
  const x = Math.floor(clampX(Math.min(a.x, b.x)));
  const y = Math.floor(clampY(Math.min(a.y, b.y)));
  return {
    x,
    y,
    width: Math.ceil(clampX(Math.max(a.x, b.x))) - x,
    height: Math.ceil(clampY(Math.max(a.y, b.y))) - y,
  };
}

/** A box moved, or with `sizes` its end moved, by a number of steps; a step is a fortieth of what it lies within. */
export function stepped(box: Box, within: Box, across: number, down: number, sizes: boolean): Box {
  const stepX = Math.max(1, Math.round(within.width / 40)) * across;
  const stepY = Math.max(1, Math.round(within.height / 40)) * down;
  const limit = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  if (sizes)
    return {
      ...box,
      width: limit(box.width + stepX, 1, within.x + within.width - box.x),
      height: limit(box.height + stepY, 1, within.y + within.height - box.y),
    };
  return {
    ...box,
    x: limit(box.x + stepX, within.x, within.x + within.width - box.width),
    y: limit(box.y + stepY, within.y, within.y + within.height - box.height),
  };
}

/** Where a frame begins that is moved by keys: the middle quarter. */
export function middleOf({ x, y, width, height }: Box): Box {
  const center = { x: x + width / 4, y: y + height / 4 };
  return boxBetween(center, { x: center.x + width / 2, y: center.y + height / 2 }, { x, y, width, height });
}
