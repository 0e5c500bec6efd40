import { rmSync } from 'node:fs';
import { newFolder, spawnHub } from '../hub/spawned.ts';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz [requests] [seed]`: sends hostile requests to a hub of its own, and says what came of it. */
const [count = '20000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
const folder = newFolder();
const hub = await spawnHub({ DATA_DIR: folder });
console.log(`${count} requests, seed ${seed}`);
const { statuses, wrong, memory } = await fuzz(hub, Number(count), Number(seed));
hub.signal('SIGTERM');
const { output } = await hub.ended;
rmSync(folder, { recursive: true });

const sorted = [...statuses].sort(([a], [b]) => a - b);
console.log(`Answers: ${sorted.map(([status, times]) => `${times} × ${status}`).join(', ')}`);
console.log(`Memory after each quarter: ${memory.map((bytes) => `${Math.round(bytes / 2 ** 20)} MB`).join(', ')}`);
const defects = output.split('\n').filter((line) => /defect|failed/i.test(line));
for (const line of [...wrong, ...defects]) console.log(`Wrong: ${line}`);
console.log(wrong.length + defects.length === 0 ? 'Nothing was wrong.' : 'Something was wrong.');
process.exitCode = wrong.length + defects.length === 0 ? 0 : 1;
