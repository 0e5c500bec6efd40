import { createHash, randomUUID } from 'node:crypto';
import type { Envelope } from '../../widget/contract/envelope.ts';
import type { SubmissionFeature } from '../../widget/contract/policy.ts';
import { POLICY_VERSION } from '../../widget/contract/policy.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The secret of a message that was made here: in truth it is random. */
export function secretOf({ id }: { id: string }): string {
  return sha256(`secret of ${id}`);
}

function envelope<F extends SubmissionFeature>(feature: F, fields: Envelope<F>['fields']) {
  const id = randomUUID();
  const withdrawHash = sha256(secretOf({ id }));
  return { schema: 1, policy: POLICY_VERSION, id, withdrawHash, feature, fields } as const;
}

/** A feedback message as a client would make it. */
export function feedback(fields: Partial<Envelope<'feedback'>['fields']> = {}): Envelope<'feedback'> {
  return envelope('feedback', { text: 'The list forgets its filter.', ...fields });
}

/** A report, likewise. */
export function issue(fields: Partial<Envelope<'issue'>['fields']> = {}): Envelope<'issue'> {
  const happened = 'The file ends after row 500.';
  return envelope('issue', { title: 'Export stops', happened, severity: 'major', ...fields });
}

/** A sign-up for the newsletter, likewise. */
export function signUp(fields: Partial<Envelope<'newsletter'>['fields']> = {}): Envelope<'newsletter'> {
  return envelope('newsletter', { email: 'ada@crm.example', ...fields });
}

/** Takes a message back, by its own secret or by another. */
export function withdrawal(message: { id: string }, secret = secretOf(message)) {
  return { schema: 1, id: message.id, secret } as const;
}

/** The request that carries a body to the hub; a string goes as it is. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
