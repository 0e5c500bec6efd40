import { baseUrlOf } from '../../widget/crm/baseUrl.ts';
import { keys } from '../keys.ts';
import { native } from '../native.ts';
import { embedPanel } from './embed.ts';
import { lookFor } from './look.ts';
import { makeWay } from './makeWay.ts';

/** Shows the launcher for as long as this page's CRM is one of those that shall have it. It asks nobody but the storage. */
function follow(baseUrl: string): void {
  const { local, onChanged } = native.storage;
  const panel = embedPanel({
    address: native.runtime.getURL('panel.html'),
    async onMove(side, bottom) {
      const { [keys.places]: places } = await local.get(keys.places);
      await local.set({ [keys.places]: { ...Object(places), [baseUrl]: { side, bottom } } });
    },
    onHide() {
      void local.set({ [keys.hide]: baseUrl });
    },
  });

  let stopped = false;

  async function update(): Promise<void> {
    const stored = await local.get([keys.shown, keys.hide, keys.dot, keys.side, keys.places]);
    const shown: unknown = stored[keys.shown];
    // Until the background has turned off what the person hid, it is among those that are shown still.
    const isHidden = stored[keys.hide] === baseUrl;
    if (!stopped && !isHidden && Array.isArray(shown) && shown.includes(baseUrl)) panel.show(lookFor(stored, baseUrl));
    else panel.remove();
  }

  function stop(): void {
    stopped = true;
    panel.remove();
    onChanged.removeListener(update);
  }

  makeWay(stop);
  onChanged.addListener(update);
  void update();
}

const baseUrl = baseUrlOf(new URL(location.href));
if (baseUrl !== null) follow(baseUrl);
