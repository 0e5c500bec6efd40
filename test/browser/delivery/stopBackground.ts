import { inFirefoxWindow } from '../extension/firefoxWindow.ts';
import type { Scene } from '../extension/scene.ts';
import { waitUntil } from '../harness/waitUntil.ts';

const extension = `WebExtensionPolicy.getByID('noticeboard@noticeboard.example').extension`;

/** Stops the extension's background where it stands, as a browser does that needs the memory. */
export async function stopBackground({ name, browser }: Scene): Promise<void> {
  if (name === 'firefox') {
    const force = '{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }';
    const stopped = `${extension}.terminateBackground(${force}).then(() => JSON.stringify(${extension}.backgroundState))`;
    const state = await inFirefoxWindow(browser, stopped);
    if (state !== 'stopped') throw new Error(`The background is ${state}.`);
    return;
  }
  const isWorker = (target: { type(): string }) => target.type() === 'service_worker';
  const worker = await (await browser.waitForTarget(isWorker)).worker();
  await worker?.close();
  await waitUntil(() => !browser.targets().some(isWorker), 'the worker is gone');
}
