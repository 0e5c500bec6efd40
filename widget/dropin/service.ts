import type { Call, CallName, Input, Output } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import { failure } from '../contract/failure.ts';
import type { readPage } from '../crm/readPage.ts';
import { answer } from '../service/answer.ts';
import { createFirstService } from '../service/firstService.ts';
import { hubAddress } from '../service/hub/hubAddress.ts';
import { resume, resumeOnline } from '../service/outbox/delivery.ts';
import type { CrmReader } from '../service/surroundings.ts';
import { beside, chunk, handOver, once, scriptAddress } from '../ui/loadScript.ts';
import type { ListExtensions, OpenModule, ReadTrouble, Start } from './chunk.ts';
import { lateHandlers } from './laterService.ts';
import { pageSurroundings } from './pageSurroundings.ts';

const here = scriptAddress();
/** The install whose vtiger module brought the scripts: it keeps them in a folder of its own. Null for any other script. */
const moduleBase = /^(.+\/)layouts\/vlayout\/modules\/Noticeboard\//.exec(here)?.[1] ?? null;

/** What knows the CRMs; sending what waits does without it, and without asking the module. */
const loadReader = chunk<typeof readPage>(beside('noticeboard-page.js', here));
const loadModule = chunk<OpenModule>(beside('noticeboard-module.js', here));
const openModule = once(async () => (moduleBase === null ? null : (await loadModule())(moduleBase)));
const loadExtensions = chunk<ListExtensions>(beside('noticeboard-extensions.js', here));
const loadTrouble = chunk<ReadTrouble>(beside('noticeboard-trouble.js', here));

let running: Call | undefined;

/** Starts the service in this page, once, and sends what waits. Throws when `data-hub` is no hub's address. */
function startService(start: Start): Call {
  running ??= run(start);
  return running;
}

function run({ hub: named, onUnseenNews }: Start): Call {
  const hub = hubAddress(named || new URL(here).origin);
  if (!hub.ok && moduleBase === null)
    throw new Error(`Noticeboard: data-hub="${named}" is no https: or loopback http: address.`);
  const surroundings = pageSurroundings({
    async hub() {
      const told = (await openModule())?.hub ?? null;
      const address = told === null ? hub : hubAddress(told);
      return address.ok ? address.value : null;
    },
    relay: beside('relay.js', here),
    onUnseenNews,
  });
  const crm: CrmReader = {
    async page() {
      const [read, module] = await Promise.all([loadReader(), openModule()]);
      const page = read(document, location.href);
      return page && module ? module.tell(page) : page;
    },
    extensions: async (page) => (await loadExtensions())(page),
    trouble: async (trouble) => (await loadTrouble())[trouble](),
  };
  const service = { ...createFirstService(surroundings, crm), ...lateHandlers(surroundings, crm) };
  addEventListener('online', () => void resumeOnline(surroundings));
  void resume(surroundings);

  return async <N extends CallName>(call: N, input: Input<N>) => {
    // Without the one every page would seem to be no CRM; without the other its own words would be missing.
    const ready = await Promise.all([loadReader(), openModule()]).catch(() => null);
    if (ready === null) return failure('offline');
    void resume(surroundings);
    // The door parses the value with that call's own schema.
    return (await answer(service, { call, input })) as Answer<Output<N>>;
  };
}

handOver(startService);
