/** The browser's database failed: `storage-full` when it has no room, else `storage`. */
export class StorageError extends Error {
  readonly failure: 'storage-full' | 'storage';

  constructor(cause: unknown) {
    const name = cause instanceof Error || cause instanceof DOMException ? cause.name : 'UnknownError';
    super(`The browser's database failed: ${name}`, { cause });
    this.failure = name === 'QuotaExceededError' ? 'storage-full' : 'storage';
  }
}
