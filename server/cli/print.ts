/** Writes to the standard output, and resolves once it is written: a pipe may take its time, and ending would cut it short. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
