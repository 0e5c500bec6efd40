import { kills } from './kills.ts';
import { onEachDatabase } from './onEachDatabase.ts';

/**
 * `npm run kills [times] [clients]`: a hub on each database, killed so often; exits with 1 when anything is lost, twice, or
 * kept though withdrawn.
 */
const [times = '50', clients = '32'] = process.argv.slice(2);

await onEachDatabase(async (database, variables) => {
  const { lost, twice, kept, ...counts } = await kills(variables, Number(times), Number(clients));
  const numbers = Object.entries({ ...counts, lost, twice, kept }).map(([name, count]) => `${name} ${count}`);
  console.log(`${database}, killed ${times} times: ${numbers.join(', ')}`);
  if (lost + twice + kept > 0 || counts.acknowledged !== counts.written) process.exitCode = 1;
});
