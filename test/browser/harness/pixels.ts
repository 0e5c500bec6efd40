import type { Page } from 'puppeteer-core';

/** A picture as a browser decodes it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The lightest channel of any pixel in its middle, 0 to 255; 10 % to each side of the centre. */
  readonly lightestInMiddle: number;
  /** The same of its upper left corner, a tenth of width and height. */
  readonly lightestInCorner: number;
}

/** Decodes the picture of a data: address in the page, which must have no policy against it. */
export function decodePicture(page: Page, address: string): Promise<Picture> {
  return page.evaluate(async (source) => {
    const bitmap = await createImageBitmap(await (await fetch(source)).blob());
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.drawImage(bitmap, 0, 0);
    const lightest = [
      [0.4, 0.4, 0.2, 0.2],
      [0, 0, 0.1, 0.1],
    ].map(([x = 0, y = 0, across = 0, down = 0]) =>
      context
        .getImageData(x * width, y * height, across * width, down * height)
        .data.reduce((most, value, at) => (at % 4 === 3 ? most : Math.max(most, value)), 0),
    );
    return { width, height, lightestInMiddle: lightest[0] ?? 255, lightestInCorner: lightest[1] ?? 255 };
  }, address);
}

/** The names of the parts of a WebP or JPEG file, such as `VP8 ` and `EXIF`, `ffd8` and `ffe1`. */
export function partsOf(address: string): string[] {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  const parts: string[] = [];
  if (bytes.toString('latin1', 0, 4) === 'RIFF') {
    for (let at = 12; at + 8 <= bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2)) {
      parts.push(bytes.toString('latin1', at, at + 4));
    }
    return parts;
  }
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    parts.push(bytes.toString('hex', at, at + 2));
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return parts;
}

/**
 * Parts of a picture file that hold nothing but pixels, and how to read them. Chromium adds which colours it means, `ICCP` or
 * `ffe2`: its own sRGB, the same in every picture that it writes.
 */
const pixelsAlone = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'],
  ...['ffe0', 'ffe2', 'ffdb', 'ffc0', 'ffc2', 'ffc4', 'ffdd'],
]);

/** The parts of the file that could say more than its pixels do. */
export function metadataIn(address: string): string[] {
  return partsOf(address).filter((part) => !pixelsAlone.has(part));
}
