import type { Call, CallName, Input, Output } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';
import type { readPage } from '../crm/readPage.ts';
import { answer } from '../service/answer.ts';
import { createFirstService } from '../service/firstService.ts';
import { hubAddress } from '../service/hub/hubAddress.ts';
import { resume, resumeOnline } from '../service/outbox/delivery.ts';
import { beside, chunk, handOver, once, scriptAddress } from '../ui/loadScript.ts';
import type { Start } from './chunk.ts';
import { lateHandlers } from './laterService.ts';
import { askModule, moduleAction } from './moduleInstall.ts';
import { pageSurroundings } from './pageSurroundings.ts';

const here = scriptAddress();
const action = moduleAction(here);

/** What knows the CRMs; sending what waits does without it, and without asking the module. */
const loadReader = chunk<typeof readPage>(beside('noticeboard-page.js', here));
const loadModule = once(async () => (action === null ? null : askModule(action)));

let running: Call | undefined;

/** Starts the service in this page, once, and sends what waits. Throws when `data-hub` is no hub's address. */
function startService(start: Start): Call {
  running ??= run(start);
  return running;
}

function run({ hub: named, onUnseenNews }: Start): Call {
  const hub = hubAddress(named || new URL(here).origin);
  if (!hub.ok && action === null)
    throw new Error(`Noticeboard: data-hub="${named}" is no https: or loopback http: address.`);
  const surroundings = pageSurroundings({
    hub: async () => (await loadModule())?.hub ?? (hub.ok ? hub.value : null),
    relay: beside('relay.js', here),
    onUnseenNews,
  });
  const page = async () => {
    const [readPage, module] = await Promise.all([loadReader(), loadModule()]);
    return readPage(document, location.href, module?.declaration);
  };
  const late = lateHandlers(beside('noticeboard-service-later.js', here), (create) => create(surroundings, page));
  const service = { ...createFirstService(surroundings, page), ...late };
  addEventListener('online', () => void resumeOnline(surroundings));
  void resume(surroundings);

  return async <N extends CallName>(call: N, input: Input<N>) => {
    // Without the one every page would seem to be no CRM; without the other its own words would be missing.
    const ready = await Promise.all([loadReader(), loadModule()]).catch(() => null);
    if (ready === null) return failure('offline');
    // The door parses the value with that call's own schema.
    return (await answer(service, { call, input })) as Answer<Output<N>>;
  };
}

handOver(startService);
