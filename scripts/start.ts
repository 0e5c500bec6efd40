import { spawn } from 'node:child_process';
import { build } from './build.ts';

/** `npm start`: builds everything against the hub that it then starts, and says where to look. */
const port = process.env.PORT ?? '8787';
const hub = process.env.HUB_URL ?? process.env.PUBLIC_URL ?? `http://localhost:${port}`;
const demo = `
  Demo CRM with the drop-in   http://localhost:${port}/demo`;

await build(hub);
console.log(`
Noticeboard is built. The hub is starting; then look here:
${process.env.NODE_ENV === 'production' ? '' : demo}
  Chrome with the extension   npm run try:chrome    (or chrome://extensions → Load unpacked → dist/chrome)
  Firefox with the extension  npm run try:firefox   (or about:debugging → Load Temporary Add-on → dist/firefox)
  What came in                npm run hub -- submissions
`);

const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PORT: port },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
