import type { Call, CallName, Input, Output } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';
import type { readPage } from '../crm/readPage.ts';
import { answer } from '../service/answer.ts';
import { createService } from '../service/createService.ts';
import { hubAddress } from '../service/hub/hubAddress.ts';
import { resume, resumeOnline } from '../service/outbox/delivery.ts';
import { chunk, handOver } from '../ui/loadScript.ts';
import type { Start } from './chunk.ts';
import { pageSurroundings } from './pageSurroundings.ts';

/** What knows the CRMs; sending what waits does without it. */
const loadReader = chunk<typeof readPage>(new URL('noticeboard-page.js', scriptAddress()).href);

let running: Call | undefined;

/** Starts the service in this page, once, and sends what waits. Throws when `data-hub` is no hub's address. */
function startService(start: Start): Call {
  running ??= run(start);
  return running;
}

function run(start: Start): Call {
  const hub = hubAddress(start.hub);
  if (!hub.ok) throw new Error(`Noticeboard: data-hub="${start.hub}" is no https: or loopback http: address.`);
  const surroundings = pageSurroundings({ ...start, hub: hub.value });
  const service = createService(surroundings, async () => (await loadReader())(document, location.href));
  addEventListener('online', () => void resumeOnline(surroundings));
  void resume(surroundings);

  return async <N extends CallName>(call: N, input: Input<N>) => {
    // Without it every page would seem to be no CRM.
    if (!(await loadReader().catch(() => null))) return failure('offline');
    // The door parses the value with that call's own schema.
    return (await answer(service, { call, input })) as Answer<Output<N>>;
  };
}

/** Where this script came from; to be asked while it runs for the first time. */
function scriptAddress(): string {
  return document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
}

handOver(startService);
