import type { Call, LogEntry, Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import { success } from '../../contract/failure.ts';
import { saveAsJson } from '../shared/saveAsJson.ts';

/** Has the browser save the whole log as a JSON array, newest first, each request with the exact bytes that it carried. */
export async function exportLog(call: Call): Promise<Answer<object>> {
  const entries: (LogEntry & { body: string | null })[] = [];
  let from: string | null = null;
  do {
    const answer: Answer<Output<'log'>> = await call('log', { words: '', from });
    if (!answer.ok) return answer;
    for (const entry of answer.value.entries) {
      const sent = entry.bytes > 0 ? await call('sentBody', { key: entry.key }) : null;
      entries.push({ ...entry, body: sent?.ok ? sent.value.body : null });
    }
    from = answer.value.next;
  } while (from !== null);
  saveAsJson('noticeboard-log', entries);
  return success({});
}
