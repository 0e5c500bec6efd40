import type { Box, Edit } from './edits.ts';
import { visible } from './edits.ts';

/** A larger picture is made smaller before it is edited: pixels on its longer side. */
const LARGEST = 2560;

/** The picture in a file, on a canvas; what shows through is white. Rejects what the browser cannot read. */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = scaled(bitmap, scale);
  bitmap.close();
  return canvas;
}

/** A copy in another size. */
export function scaled(picture: HTMLCanvasElement | ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function wholeOf({ width, height }: HTMLCanvasElement): Box {
  return { x: 0, y: 0, width, height };
}

/** Draws what is left of a picture after the edits: the very pixels of a black box are black. */
export function drawEdited(canvas: HTMLCanvasElement, picture: HTMLCanvasElement, edits: readonly Edit[]): void {
  const { x, y, width, height } = visible(wholeOf(picture), edits);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(picture, -x, -y);
  context.fillStyle = '#000';
  for (const { mode, box } of edits) {
    if (mode === 'black') context.fillRect(box.x - x, box.y - y, box.width, box.height);
  }
}
