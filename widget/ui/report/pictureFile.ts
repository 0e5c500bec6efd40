/** The file that a data: address in Base64 holds; `fetch` of one is refused by the extension's policy. */
export function fileOf(address: string): Blob {
  const [head = '', body = ''] = address.split(',', 2);
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: head.slice('data:'.length).split(';')[0] ?? '' });
}

/** The first picture among what was pasted or dropped. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  for (const file of data?.files ?? []) if (file.type.startsWith('image/')) return file;
  return undefined;
}
