function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** A version 4 UUID; `crypto.randomUUID` is missing on plain-HTTP pages. */
export function randomUuid(): string {
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x40);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const digits = hex(bytes);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** 256 bits in 64 hexadecimal digits. */
export function randomSecret(): string {
  return hex(randomBytes(32));
}

/** An install key: 63 bits as a decimal string, never 0. */
export function randomInstallKey(): string {
  const [bits = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  const key = bits >> 1n;
  return key === 0n ? randomInstallKey() : key.toString();
}
