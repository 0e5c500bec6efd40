/** What the promise gives; fails after `deadline` milliseconds, saying what was waited for. */
export async function within<T>(what: string, promise: Promise<T>, deadline = 30_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Waited in vain for: ${what}`)), deadline);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
