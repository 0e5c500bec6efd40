import { relayTransport } from '../service/hub/relay.ts';
import { logged } from '../service/log/logged.ts';
import { resume } from '../service/outbox/delivery.ts';
import { openDatabase } from '../service/storage/database.ts';
import type { Surroundings } from '../service/surroundings.ts';
import { systemClock } from '../service/systemClock.ts';
import { remember } from './memory.ts';
import { openRelayFrame } from './relayFrame.ts';

/** The longest wait that a timer knows, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface PageSurroundings {
  readonly hub: Surroundings['hub'];
  /** The address of `relay.js`. */
  readonly relay: string;
  readonly onUnseenNews: (unseen: boolean) => void;
}

/** The service's surroundings within a CRM's page, whose origin all its users share. */
export function pageSurroundings({ hub, relay, onUnseenNews }: PageSurroundings): Surroundings {
  const database = openDatabase();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const surroundings: Surroundings = {
    database,
    clock: systemClock,
    userAgent: navigator.userAgent,
    transport: logged(
      relayTransport(() => openRelayFrame(relay)),
      database,
      systemClock,
    ),
    // There is one CRM, and a script tag has decided on its launcher.
    sites: { list: async () => [], launcher: async () => 'always', choose: async () => {} },
    shared: true,
    hub,
    // Script tag or module name the hub.
    keepHub: null,
    managed: async () => ({}),
    // Within the page nothing hangs on the settings but the panel, which asks.
    followSettings: async () => {},
    // Should the page be gone by then, the next one looks for itself, because `noteWaiting` told it.
    async wakeAt(time) {
      clearTimeout(timer);
      const delay = Math.min(Math.max(0, time - systemClock.now()), LONGEST_TIMER);
      timer = setTimeout(() => void resume(surroundings), delay);
    },
    // A page is not stopped while it is open.
    keepAwake: (work) => work,
    showUnseenNews: async (unseen) => onUnseenNews(unseen),
    noteWaiting: (waiting) => remember('waiting', waiting ? '1' : ''),
  };
  return surroundings;
}
