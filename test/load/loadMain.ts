import { listed, spawnHub } from '../hub/spawned.ts';
import { load } from './load.ts';
import { onEachDatabase } from './onEachDatabase.ts';

/** `npm run load [messages] [at once]`: a hub of its own on each database; exits with 1 when anything is lost or twice. */
const [count = '10000', atOnce = '64'] = process.argv.slice(2);

async function run(database: string, variables: Record<string, string>): Promise<void> {
  const hub = await spawnHub(variables);
  const { acknowledged, errors, seconds, memory, ...times } = await load(hub, Number(count), Number(atOnce));
  hub.signal('SIGTERM');
  await hub.ended;
  const stored = (await listed(variables)).map(({ id }) => id);
  const unique = new Set(stored);
  const lost = acknowledged.filter((id) => !unique.has(id)).length;
  const twice = stored.length - unique.size;
  console.log(`${database}: ${count} messages, ${atOnce} at a time, ${seconds.toFixed(1)} s`);
  console.log(`  throughput ${Math.round(Number(count) / seconds)} a second`);
  console.log(
    `  ${Object.entries(times)
      .map(([name, time]) => `${name} ${time.toFixed(1)} ms`)
      .join(', ')}`,
  );
  console.log(`  memory at most ${Math.round(memory / 2 ** 20)} MB`);
  console.log(`  errors ${errors.length}${errors.length > 0 ? `: ${[...new Set(errors)].join(', ')}` : ''}`);
  console.log(`  acknowledged ${acknowledged.length}, stored ${stored.length}, lost ${lost}, twice ${twice}`);
  if (errors.length + lost + twice > 0 || stored.length !== Number(count)) process.exitCode = 1;
}

await onEachDatabase(run);
