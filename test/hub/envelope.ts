import { createHash, randomUUID } from 'node:crypto';
import type { Envelope } from '../../widget/contract/envelope.ts';

/** A feedback message as a client would make it. */
export function feedback(fields: Partial<Envelope<'feedback'>['fields']> = {}): Envelope<'feedback'> {
  return {
    schema: 1,
    policy: 1,
    id: randomUUID(),
    withdrawHash: createHash('sha256').update(randomUUID()).digest('hex'),
    feature: 'feedback',
    fields: { text: 'The list forgets its filter.', ...fields },
  };
}

/** The request that carries a body to the hub; a string goes as it is. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
