/**
 * The requests of this page that were answered by an error, as `404 https://…`, oldest first, as far back as the browser keeps
 * them.
 */
export function failedRequests(): string[] {
  const lines: string[] = [];
  for (const entry of performance.getEntriesByType('resource')) {
    if (entry instanceof PerformanceResourceTiming && entry.responseStatus >= 400) {
      lines.push(`${entry.responseStatus} ${entry.name}`);
    }
  }
  return lines;
}
