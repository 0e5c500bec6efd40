import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultRates } from '../limits/limits.ts';
import { defaultDays } from '../retention/kinds.ts';
import { SetupError } from '../setupError.ts';
import { readSettings } from './settings.ts';

test('without any variable the hub listens on this machine only, with its own database and a demo', () => {
  const { keepDays, rates, ...settings } = readSettings({ PORT: '', HOME: '/home/ada' });
  assert.deepEqual(settings, {
    port: 8787,
    host: '127.0.0.1',
    dataDir: '.data',
    databaseUrl: undefined,
    demo: true,
    publicUrl: undefined,
    mail: undefined,
    trustProxy: 0,
  });
  assert.deepEqual(keepDays, defaultDays);
  assert.deepEqual(rates, defaultRates);
});

test('in production there is no demo', () => {
  assert.equal(readSettings({ NODE_ENV: 'production' }).demo, false);
});

test('a wrong variable is named', () => {
  assert.throws(() => readSettings({ PORT: '80a' }), /^SetupError: PORT must be/);
  assert.throws(() => readSettings({ PORT: '65536' }), /PORT/);
  assert.throws(() => readSettings({ DATABASE_URL: 'mysql://localhost/hub' }), /DATABASE_URL must be/);
});

const mail = { SMTP_URL: 'smtps://hub:s3cret@mail.example', MAIL_FROM: 'News <news@vendor.example>' };

test('mail needs a server, a sender and the address to which links lead', () => {
  const { mail: settings } = readSettings({ ...mail, PUBLIC_URL: 'https://hub.example/' });
  assert.deepEqual(settings, { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM, publicUrl: 'https://hub.example' });
  assert.throws(() => readSettings(mail), /^SetupError: SMTP_URL needs PUBLIC_URL/);
  assert.throws(() => readSettings({ SMTP_URL: mail.SMTP_URL }), /^SetupError: SMTP_URL needs MAIL_FROM/);
});

test('a secret may stand in a file, and a wrong one is not repeated', () => {
  const folder = mkdtempSync(join(tmpdir(), 'noticeboard-secret-'));
  const file = join(folder, 'database-url');
  writeFileSync(file, 'postgresql://hub:s3cret@localhost/hub\n');
  assert.equal(readSettings({ DATABASE_URL_FILE: file }).databaseUrl, 'postgresql://hub:s3cret@localhost/hub');
  rmSync(folder, { recursive: true });
  assert.throws(() => readSettings({ DATABASE_URL_FILE: file }), /DATABASE_URL_FILE must name a file/);
  assert.throws(
    () => readSettings({ ...mail, SMTP_URL: 'http://hub:s3cret@mail.example' }),
    (error) => error instanceof SetupError && /SMTP_URL/.test(error.message) && !error.message.includes('s3cret'),
  );
});

test('days and rates are numbers within reason', () => {
  assert.equal(readSettings({ KEEP_SIGN_UPS_DAYS: '3' }).keepDays?.signUps, 3);
  assert.throws(() => readSettings({ KEEP_FEEDBACK_DAYS: '0' }), /KEEP_FEEDBACK_DAYS must be a number of days/);
  assert.equal(readSettings({ RATE_MAILS: '1' }).rates?.mails, 1);
  assert.throws(() => readSettings({ RATE_SENDER: 'many' }), /RATE_SENDER must be/);
  assert.throws(() => readSettings({ RATE_SENDER_MB: '1' }), /RATE_SENDER_MB must be a number from 2 /);
  assert.throws(() => readSettings({ TRUST_PROXY: 'yes' }), /TRUST_PROXY must be the number of proxies/);
});
