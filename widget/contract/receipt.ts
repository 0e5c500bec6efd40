/** The receipt number a person reads and quotes: the last twelve digits of the message's UUID, `0B6F-2C1E-6F0A`. */
export function receiptNumber(id: string): string {
  const digits = id.slice(-12).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}
