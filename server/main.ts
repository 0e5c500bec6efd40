import { readSettings } from './settings/settings.ts';
import { SetupError } from './setupError.ts';
import { startHub } from './start.ts';

/** Runs the hub until it is told to stop; told twice, it stops at once. */
async function main(): Promise<void> {
  const told = new Promise<void>((resolve) => {
    let times = 0;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        times += 1;
        if (times > 1) process.exit(1);
        resolve();
      });
    }
  });
  const settings = readSettings(process.env);
  const hub = await startHub(settings);
  console.log(`The hub listens on ${hub.url}`);
  if (!settings.mail) console.log('SMTP_URL is not set: newsletter sign-ups are kept, but no mail goes out.');
  if (settings.demo) console.log(`A stand-in CRM with the drop-in on it: ${hub.url}/demo/`);
  await told;
  await hub.stop();
  console.log('The hub has stopped.');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  },
);
