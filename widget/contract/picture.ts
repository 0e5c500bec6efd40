/** In JSON every quotation mark within a text has a backslash before it, so these stand nowhere else. */
const GAP = '"screenshot":""';

/** A message with the picture, a data: address, in the place that `prepare` left empty for it. */
export function withPicture(message: string, picture: string | undefined): string {
  return picture === undefined ? message : message.replace(GAP, () => `"screenshot":"${picture}"`);
}

/** How many bytes a picture has, of which this is the data: address in Base64. */
export function pictureSize(address: string): number {
  const base64 = address.slice(address.indexOf(',') + 1);
  return Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
}
