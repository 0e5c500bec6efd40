import type { Problem } from '../../widget/contract/routes.ts';

export type ProblemCode = Problem['error']['code'];

/** Why a request got nothing, as data. */
export interface Refusal {
  readonly problem: ProblemCode;
  /** One sentence for people, without anything of ours that is not for them. */
  readonly message: string;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter?: number;
}

/** What a handler answers. */
export type Reply<T> =
  | {
      readonly status: 200 | 201;
      readonly value: T;
      /** Seconds for which caches may keep it; absent: not at all. */
      readonly maxAge?: number;
    }
  | Refusal;

export function refuse(problem: ProblemCode, message: string): Refusal {
  return { problem, message };
}
