import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routes } from '../widget/contract/routes.ts';
import { serveDemo } from './demo/serveDemo.ts';
import { serveDropin } from './dropin.ts';
import { errorTrace } from './errorLine.ts';
import type { Parts } from './handlers.ts';
import { makeHandlers } from './handlers.ts';
import { problemResponse } from './http/problem.ts';
import { refuse } from './http/reply.ts';
import { walkRoutes } from './http/walk.ts';
import { limitBytes } from './limits/limitBytes.ts';
import { limitSenders } from './limits/limitSenders.ts';
import { serveLinkPages } from './newsletter/pages.ts';
import { openapi } from './openapi.ts';
import { rootPage } from './rootPage.ts';

/** Seconds for which browsers need not ask again whether they may post. */
const PREFLIGHT_AGE = 86_400;

/** What is large enough to be worth compressing where no proxy does it. */
const LARGE_TEXT = /^(text\/javascript|application\/rss\+xml)/;

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Any CRM page may load the drop-in and ask the hub; there is nothing here that depends on who asks.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Pages have a policy of their own; anything else is nothing to show.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Half a year, and only where the hub is known by an https address. */
const HSTS = 'max-age=15552000';

export interface HubParts extends Parts {
  /** Folder of the built drop-in. */
  readonly dropinFolder: string;
  /** Whether there is a `/demo`. */
  readonly demo: boolean;
  /** How many proxies before the hub are believed. */
  readonly trustProxy: number;
}

/** The hub as a function from request to response. It keeps no log of requests; the rate limits alone look at addresses, and keep none. */
export function createHub(parts: HubParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(everywhere)) c.header(name, value);
    if (parts.publicUrl?.startsWith('https:')) c.header('Strict-Transport-Security', HSTS);
    await next();
  });
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Content-Type'],
      exposeHeaders: ['Retry-After'],
      maxAge: PREFLIGHT_AGE,
    }),
  );
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', [...methods, 'OPTIONS'].join(', '));
        return problemResponse(c, refuse('method-not-allowed', `Only ${methods.join(', ')} is answered here.`));
      },
    }),
  );
  app.use(compress({ contentTypeFilter: LARGE_TEXT }));
  app.use(
    etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', ...Object.keys(everywhere)] }),
  );
  const { limits, trustProxy } = parts;
  for (const route of Object.values(routes)) {
    if (route.method !== 'POST') continue;
    app.post(route.path, limitSenders(limits.sender, trustProxy));
    app.post(route.path, limitBytes(limits.senderMegabytes, trustProxy, route.largest));
  }
  app.post(routes.newsletter.path, limitSenders(limits.signUps, trustProxy));
  walkRoutes(app, makeHandlers(parts));
  const description = openapi();
  app.get('/openapi.json', (c) => c.json(description));
  serveLinkPages(app, parts.db);
  serveDropin(app, parts.dropinFolder);
  app.get('/', (c) => rootPage(c, parts.demo));
  if (parts.demo) serveDemo(app);
  app.notFound((c) => problemResponse(c, refuse('not-found', 'There is nothing at this address.')));
  app.onError((error, c) => {
    // A client that goes away, or is too slow, in the middle of its message is no defect of ours.
    if (c.req.raw.signal.aborted) return problemResponse(c, refuse('bad-request', 'The request did not end.'));
    // Without the message, which may quote what a person wrote.
    console.error(`A defect: ${error.name}\n${errorTrace(error)}`);
    return problemResponse(c, refuse('internal', 'The hub has a defect. It was noted.'));
  });
  return app;
}
