import type { Answer, FailureCode } from '../../contract/failure.ts';
import type { Problem, Receipt } from '../../contract/routes.ts';
import { problem, receipt, withdrawn } from '../../contract/routes.ts';
import { parseJson } from '../parse.ts';
import type { HubReply } from '../surroundings.ts';
import type { OutboxItem } from './outboxItem.ts';

/** What an attempt to deliver came to. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  /** As this browser asked: the hub keeps nothing of it but that its id was withdrawn. */
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'refused'; readonly failure: FailureCode; readonly detail: string | null }
  | { readonly kind: 'later'; readonly failure: FailureCode; readonly retryAfter: number | null };

/** Why nothing came back, where that is not the doing of whoever answered. */
const unsent: ReadonlySet<FailureCode> = new Set(['offline', 'timeout', 'no-consent']);

/** Whether a status means that the same request may well do later. */
export function isBusy(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status <= 599);
}

/** The hub's own words of why it refuses; undefined when there are none of the form agreed on. */
export function refusal(text: string): string | undefined {
  return parseJson(problem, text)?.error.message.slice(0, 200);
}

/**
 * Judges an answer to a message or its withdrawal. Done is only what has the hub's word for it, under its id. Any other 4xx
 * is a refusal, also that of a server in between: the person is asked. Whatever else no hub gives (of a captive portal, say)
 * says nothing, and what was sent is then sent again.
 */
export function judge(answer: Answer<HubReply>, { id, kind }: Pick<OutboxItem, 'id' | 'kind'>): Verdict {
  if (!answer.ok) {
    return { kind: 'later', failure: unsent.has(answer.failure) ? answer.failure : 'not-a-hub', retryAfter: null };
  }
  const { status, retryAfter, text } = answer.value;
  if (isBusy(status)) return { kind: 'later', failure: 'busy', retryAfter };
  if (status === 200 || status === 201) {
    if (kind === 'withdrawal' && parseJson(withdrawn, text)?.id === id) return { kind: 'withdrawn' };
    const given = kind === 'message' ? parseJson(receipt, text) : undefined;
    if (given?.id === id) return { kind: 'delivered', receipt: given };
  }
  if (status >= 400 && status <= 499) {
    const said = parseJson(problem, text)?.error;
    return { kind: 'refused', failure: refusedAs(status, said?.code), detail: refusal(text) ?? null };
  }
  return { kind: 'later', failure: 'not-a-hub', retryAfter: null };
}

/** An id that is withdrawn at the hub, though nobody here did that, is of no more use than one that has other words. */
function refusedAs(status: number, code: Problem['error']['code'] | undefined): FailureCode {
  if (status === 409 || code === 'withdrawn') return 'conflict';
  return status === 413 ? 'too-large' : 'refused';
}
