import * as z from 'zod/mini';
import { catalogueAnswer, catalogueQuery } from './catalogue.ts';
import { envelopes, uuid } from './envelope.ts';

/** A time in UTC as ISO 8601 writes it: `2026-11-24T03:33:00.000Z`. */
const utcTime = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));

/** What the hub hands out once a message stands in its database. */
export const receipt = z.object({ id: uuid, receivedAt: utcTime });
export type Receipt = z.infer<typeof receipt>;

/** Every error of the hub: a code for programs, a sentence for people. */
export const problem = z.object({
  error: z.object({
    code: z.enum([
      'bad-request',
      'not-found',
      'method-not-allowed',
      'conflict',
      'too-large',
      'unsupported',
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
  readonly summary: string;
  /** Query parameters of a GET, JSON body of a POST. */
  readonly input: z.ZodMiniType;
  /** The JSON answer; absent for the feed, which is RSS. */
  readonly output?: z.ZodMiniType;
}

const nothing = z.object({});

/** Route → method, path, input, output. Client and hub both walk this table. */
export const routes = {
  news: { method: 'GET', path: '/v1/news.rss', summary: 'The news, as RSS 2.0', input: nothing },
  extensions: {
    method: 'GET',
    path: '/v1/extensions',
    summary: 'Recommended extensions, best first',
    input: catalogueQuery,
    output: catalogueAnswer,
  },
  feedback: {
    method: 'POST',
    path: '/v1/feedback',
    summary: 'Send feedback: 201 the first time, 200 for the same again, 409 for other bytes under the same id',
    input: envelopes.feedback,
    output: receipt,
  },
  health: { method: 'GET', path: '/healthz', summary: 'Whether the process lives', input: nothing, output: health },
  ready: { method: 'GET', path: '/readyz', summary: 'Whether its database answers', input: nothing, output: health },
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
