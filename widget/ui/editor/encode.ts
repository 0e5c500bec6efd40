import { scaled } from './drawing.ts';
import type { Problem } from './editorTexts.ts';
import { pixelsAlone } from './pixelsAlone.ts';

/** Best first. Who cannot write the one gives something else, and is asked for the next. */
const forms = [
  ['image/webp', 0.9],
  ['image/jpeg', 0.85],
  ['image/webp', 0.7],
  ['image/jpeg', 0.6],
] as const;

/** Below this share of its size, nobody could read what is in it. */
const SMALLEST = 0.25;

/**
 * The picture as a data: address of at most so many bytes, scaled down as far as it takes; else why not. Made from the pixels
 * alone, it carries nothing that the file knew of camera, place or time.
 */
export async function encode(picture: HTMLCanvasElement, most: number): Promise<{ address: string } | Problem> {
  if (!canBeRead()) return 'forbidden';
  for (let scale = 1; scale >= SMALLEST; scale *= 0.8) {
    const canvas = scale === 1 ? picture : scaled(picture, scale);
    for (const [type, quality] of forms) {
      const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
      if (file?.type !== type || file.size > most) continue;
      return { address: await addressOf(pixelsAlone(new Uint8Array(await file.arrayBuffer()))) };
    }
  }
  return 'large';
}

/** Some browsers give noise instead of pixels, so that nobody is recognised by how they draw. */
function canBeRead(): boolean {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return false;
  context.fillStyle = '#123456';
  context.fillRect(0, 0, 2, 2);
  return String([...context.getImageData(0, 0, 1, 1).data]) === '18,52,86,255';
}

function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
