import type { Call, CallName, Input, Output } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import { readPage } from '../crm/readPage.ts';
import { answer } from '../service/answer.ts';
import { createService } from '../service/createService.ts';
import { resume, resumeOnline } from '../service/delivery.ts';
import { hubAddress } from '../service/hubAddress.ts';
import { handOver } from '../ui/loadScript.ts';
import type { Start } from './chunk.ts';
import { pageSurroundings } from './pageSurroundings.ts';

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
  const service = createService(surroundings, async () => readPage(document, location.href));
  addEventListener('online', () => void resumeOnline(surroundings));
  void resume(surroundings);

  return async <N extends CallName>(call: N, input: Input<N>) =>
    // The door has parsed the value with that call's own schema.
    (await answer(service, { call, input })) as Answer<Output<N>>;
}

handOver(startService);
