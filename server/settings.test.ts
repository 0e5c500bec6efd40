import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

test('without any variable the hub listens on this machine only, with its own database and a demo', () => {
  const settings = readSettings({ PORT: '', HOME: '/home/ada' });
  assert.deepEqual(settings, { port: 8787, host: '127.0.0.1', dataDir: '.data', databaseUrl: undefined, demo: true });
});

test('in production there is no demo', () => {
  assert.equal(readSettings({ NODE_ENV: 'production' }).demo, false);
});

test('a wrong variable is named', () => {
  assert.throws(() => readSettings({ PORT: '80a' }), /^SetupError: PORT must be/);
  assert.throws(() => readSettings({ PORT: '65536' }), /PORT/);
  assert.throws(() => readSettings({ DATABASE_URL: 'mysql://localhost/hub' }), /DATABASE_URL must be/);
});
