/** How often each thing happened, over many stories. */
export class Tally {
  private readonly counts = new Map<string, number>();

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** One line for each, the most frequent first. */
  lines(): string[] {
    const sorted = [...this.counts].sort(([, a], [, b]) => b - a);
    return sorted.map(([what, times]) => `${String(times).padStart(7)}  ${what}`);
  }
}
