/**
 * A picture file, as a canvas writes it (WebP or JPEG), without the parts that hold no pixels: some browsers add a colour
 * profile, which can be that of one screen.
 */
export function pixelsAlone(file: Uint8Array<ArrayBuffer>): Blob {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return view.getUint32(0) === RIFF ? webp(file, view) : jpeg(file, view);
}

const RIFF = 0x52494646;
/** Of a WebP file: the names of the parts that make the picture. `VP8X` says which other parts there are. */
const kept = /^(VP8[ LX]|ALPH)$/;
/** In VP8X: the marks of colour profile, EXIF and XMP. */
const MARKS = 0x2c;

function webp(file: Uint8Array<ArrayBuffer>, view: DataView): Blob {
  const head = file.slice(0, 12);
  const parts = [head];
  let length = head.length;
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true);
    // Each part takes an even number of bytes.
    const end = at + 8 + size + (size % 2);
    const name = String.fromCharCode(...file.subarray(at, at + 4));
    if (kept.test(name)) {
      const part = file.slice(at, end);
      const marks = part[8];
      if (name === 'VP8X' && marks !== undefined) part[8] = marks & ~MARKS;
      parts.push(part);
      length += part.length;
    }
    at = end;
  }
  new DataView(head.buffer).setUint32(4, length - 8, true);
  return new Blob(parts, { type: 'image/webp' });
}

/** Of a JPEG file go the segments of applications but the first, and the comments; the pixels begin at `ffda`. */
function jpeg(file: Uint8Array<ArrayBuffer>, view: DataView): Blob {
  const parts = [file.slice(0, 2)];
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda) {
    const marker = file[at + 1] ?? 0;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker !== 0xfe && (marker < 0xe1 || marker > 0xef)) parts.push(file.slice(at, end));
    at = end;
  }
  return new Blob([...parts, file.slice(at)], { type: 'image/jpeg' });
}
