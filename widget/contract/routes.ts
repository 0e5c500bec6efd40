import * as z from 'zod/mini';
import { catalogueAnswer, catalogueQuery } from './catalogue.ts';
import { envelopes, uuid, withdrawal } from './envelope.ts';
import { limits } from './limits.ts';

/** A time in UTC as ISO 8601 writes it: `2026-11-24T03:33:00.000Z`. */
const utcTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));

/** What the hub hands out once a message stands in its database. */
export const receipt = z.object({ id: uuid, receivedAt: utcTime });
export type Receipt = z.infer<typeof receipt>;

/** What the hub answers once it keeps nothing of a message but that its id was withdrawn. */
export const withdrawn = z.object({ id: uuid, withdrawnAt: utcTime });
export type Withdrawn = z.infer<typeof withdrawn>;

/** Every error of the hub: a code for programs, a sentence for people. */
export const problem = z.object({
  error: z.object({
    code: z.enum([
      'bad-request',
      'not-found',
      'method-not-allowed',
      'not-yours',
      'conflict',
      'withdrawn',
      'too-large',
      'unsupported',
      'too-many',
      'busy',
      'internal',
    ]),
    message: z.string().check(z.maxLength(500)),
  }),
});
export type Problem = z.infer<typeof problem>;

/** How a hub says that it is one. */
export const health = z.object({ service: z.literal('noticeboard'), ok: z.boolean() });

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  /** Query parameters of a GET, JSON body of a POST. */
  readonly input: z.ZodMiniType;
  /** The largest body in bytes; only with POST. */
  readonly largest?: number;
  /** The JSON answer; absent for the feed, which is RSS. */
  readonly output?: z.ZodMiniType;
}

const nothing = z.object({});

/** Route → method, path, input, output. Client and hub both walk this table. */
export const routes = {
  news: { method: 'GET', path: '/v1/news.rss', input: nothing },
  extensions: {
    method: 'GET',
    path: '/v1/extensions',
    input: catalogueQuery,
    output: catalogueAnswer,
  },
  feedback: {
    method: 'POST',
    path: '/v1/feedback',
    input: envelopes.feedback,
    largest: limits.envelopeBytes,
    output: receipt,
  },
  issue: {
    method: 'POST',
    path: '/v1/issues',
    input: envelopes.issue,
    largest: limits.issueBytes,
    output: receipt,
  },
  newsletter: {
    method: 'POST',
    path: '/v1/subscriptions',
    input: envelopes.newsletter,
    largest: limits.envelopeBytes,
    output: receipt,
  },
  withdrawal: {
    method: 'POST',
    path: '/v1/withdrawals',
    input: withdrawal,
    largest: limits.envelopeBytes,
    output: withdrawn,
  },
  health: { method: 'GET', path: '/healthz', input: nothing, output: health },
  ready: { method: 'GET', path: '/readyz', input: nothing, output: health },
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
