import type { Call, LogEntry, Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';

/** The whole log as a JSON array, newest first, each request with the exact bytes that it carried; null when it cannot be read. */
async function wholeLog(call: Call): Promise<string | null> {
  const entries: (LogEntry & { body: string | null })[] = [];
  let from: string | null = null;
  do {
    const answer: Answer<Output<'log'>> = await call('log', { words: '', from });
    if (!answer.ok) return null;
    for (const entry of answer.value.entries) {
      const sent = entry.bytes > 0 ? await call('sentBody', { key: entry.key }) : null;
      entries.push({ ...entry, body: sent?.ok ? sent.value.body : null });
    }
    from = answer.value.next;
  } while (from !== null);
  return JSON.stringify(entries, null, 2);
}

/** Has the browser save the log as a file. */
export async function exportLog(call: Call): Promise<void> {
  const text = await wholeLog(call);
  if (text === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `noticeboard-log-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
