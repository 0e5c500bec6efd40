/**
 * Everything that can go wrong, as data. A closed set: the interface has a sentence for each.
 *
 * - `offline` the hub could not be reached · `timeout` it did not answer in time
 * - `busy` it answered 408, 425, 429 or 5xx · `not-a-hub` its answer was not one of ours
 * - `refused` it will not take this message · `conflict` it has another message under this id
 * - `too-large` more than the limits allow
 * - `no-hub` no hub address is set · `bad-address` the address is no https: or loopback http: address
 * - `no-crm` the page is not a CRM · `not-administrator` only administrators may
 * - `changed` the message is not the one last previewed · `draft-in-the-way` the form holds another text
 * - `gone` there is no such message any more
 * - `storage-full` the browser has no room · `storage` its database failed
 * - `no-consent` the browser does not allow the extension to send this
 * - `bad-call` the caller's words are off · `not-allowed` the caller may not · `internal` a defect of ours
 */
export const failureCodes = [
  'offline',
  'timeout',
  'busy',
  'not-a-hub',
  'refused',
  'conflict',
  'too-large',
  'no-hub',
  'bad-address',
  'no-crm',
  'not-administrator',
  'changed',
  'draft-in-the-way',
  'gone',
  'storage-full',
  'storage',
  'no-consent',
  'bad-call',
  'not-allowed',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly ok: false;
  readonly failure: FailureCode;
  /** The hub's own words, at most 200 characters; shown as a quotation, never as ours. */
  readonly detail?: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | Failure;

/** An answer that carries what was asked for. */
export function success<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** An answer that says why not. */
export function failure(code: FailureCode, detail?: string): Failure {
  return detail === undefined
    ? { ok: false, failure: code }
    : { ok: false, failure: code, detail: detail.slice(0, 200) };
}
