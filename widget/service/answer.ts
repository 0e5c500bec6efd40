import type { CallName, Service } from '../contract/calls.ts';
import { calls } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import { failure, success } from '../contract/failure.ts';
import { StorageError } from './storage/storageError.ts';

/**
 * The only door to the service: unknown in, answer out. Never throws: `bad-call` for what is no call, `storage` and
 * `storage-full` when the browser's database fails, `internal` for a defect of ours.
 */
export async function answer(service: Service, unknown: unknown): Promise<Answer<unknown>> {
  try {
    if (!isMessage(unknown)) return failure('bad-call');
    const { call } = unknown;
    const input = calls[call].input.safeParse(unknown.input);
    if (!input.success) return failure('bad-call');
    // Which input belongs to which call was just checked, in a way that the compiler cannot follow.
    const handler = service[call] as (input: unknown) => Promise<Answer<unknown>>;
    const given = await handler(input.data);
    if (!given.ok) return given;
    // What is not in the contract does not leave the service, be it a secret that lay beside what was asked for.
    return success(calls[call].output.parse(given.value));
  } catch (error) {
    if (error instanceof StorageError) return failure(error.failure);
    console.error('Noticeboard:', error);
    return failure('internal');
  }
}

function isMessage(unknown: unknown): unknown is { call: CallName; input?: unknown } {
  if (typeof unknown !== 'object' || unknown === null || !('call' in unknown)) return false;
  return typeof unknown.call === 'string' && Object.hasOwn(calls, unknown.call);
}
