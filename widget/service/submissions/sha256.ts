/** The first 32 bits of the fractional part of a root of each of the first primes, as FIPS 180-4 asks for. */
function fractions(count: number, root: number): Uint32Array {
  const words = new Uint32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
      if (candidate % divisor === 0) prime = false;
    }
    if (prime) words[found++] = (candidate ** (1 / root) % 1) * 2 ** 32;
  }
  return words;
}

const START = fractions(8, 2);
const ROUND = fractions(64, 3);

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The message, a one bit, zeros, and its length in bits: a multiple of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

/**
 * SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. `crypto.subtle` is missing on plain-HTTP pages,
 * and is asynchronous, which a database transaction does not survive.
 */
export function sha256(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const state = new Uint32Array(START);
  const w = new Uint32Array(64);
  const at = (words: Uint32Array, index: number) => words[index] ?? 0;
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = message.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = at(w, i - 15);
      const y = at(w, i - 2);
      const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      w[i] = at(w, i - 16) + s0 + at(w, i - 7) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(w, i)) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    let i = 0;
    for (const word of [a, b, c, d, e, f, g, h]) {
      state[i] = at(state, i) + word;
      i++;
    }
  }
  let digits = '';
  for (const word of state) digits += word.toString(16).padStart(8, '0');
  return digits;
}
