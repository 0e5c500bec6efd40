import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataIn, partsOf } from '../../../test/browser/harness/pixels.ts';
import { pixelsAlone } from './pixelsAlone.ts';

const text = (words: string) => Buffer.from(words, 'latin1');
const number = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 4) buffer.writeUInt32LE(value);
  else buffer.writeUInt16BE(value);
  return buffer;
};

function part(name: string, bytes: Buffer): Buffer {
  return Buffer.concat([text(name), number(bytes.length, 4), bytes, Buffer.alloc(bytes.length % 2)]);
}

async function cleaned(...bytes: Buffer[]): Promise<Buffer> {
  return Buffer.from(await pixelsAlone(new Uint8Array(Buffer.concat(bytes))).arrayBuffer());
}

const address = (file: Buffer) => `data:image/x;base64,${file.toString('base64')}`;

test('a WebP keeps its pixels, and loses profile, EXIF and XMP with the marks that announce them', async () => {
  const parts = [
    part('VP8X', Buffer.from([0x3c, 0, 0, 0, 1, 0, 0, 1, 0, 0])),
    part('ICCP', text('a screen')),
    part('ALPH', text('alpha')),
    part('VP8 ', text('pixels!')),
    part('EXIF', text('a place')),
    part('XMP ', text('a name')),
  ];
  const body = Buffer.concat([text('WEBP'), ...parts]);
  const file = await cleaned(text('RIFF'), number(body.length, 4), body);
  assert.deepEqual(partsOf(address(file)), ['VP8X', 'ALPH', 'VP8 ']);
  assert.equal(file.readUInt32LE(4), file.length - 8);
  assert.equal(file[20], 0x10);
  assert.ok(file.includes('pixels!'));
});

test('a JPEG keeps its pixels, and loses profile, EXIF and comment', async () => {
  const segment = (marker: number, bytes: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), number(bytes.length + 2, 2), bytes]);
  const file = await cleaned(
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text('JFIF')),
    segment(0xe1, text('Exif a place')),
    segment(0xe2, text('ICC_PROFILE')),
    segment(0xfe, text('a remark')),
    segment(0xdb, text('tables')),
    segment(0xda, text('scan')),
    text('pixels\xff\xe1'),
  );
  assert.deepEqual(metadataIn(address(file)), []);
  assert.deepEqual(partsOf(address(file)), ['ffe0', 'ffdb']);
  assert.ok(file.includes('pixels'));
  assert.ok(!/place|PROFILE|remark/.test(file.toString('latin1')));
});
