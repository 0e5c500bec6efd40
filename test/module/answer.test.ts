import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declarationIn } from '../../widget/crm/declared.ts';
import type { Crm, User } from './crm.ts';
import { startCrm } from './crm.ts';

const ACTION = 'module=Noticeboard&parent=Settings&action=Install';

interface Answer {
  hub: string | null;
  features: string[];
  install: Record<string, unknown> & { system?: Record<string, unknown> };
}

const asked = async (crm: Crm, user: User) => (await (await crm.ask(ACTION, user)).json()) as Answer;

async function installed(...args: Parameters<typeof startCrm>): Promise<Crm> {
  const crm = await startCrm(...args);
  await crm.event('module.postinstall');
  return crm;
}

test('any user learns what everybody may know, and no more', async (t) => {
  const crm = await installed(t);
  await crm.sql("REPLACE INTO vtiger_noticeboard VALUES ('installKey', '42'), ('industry', 'Food & Food Service')");
  assert.deepEqual(await asked(crm, 'sam'), {
    hub: 'https://hub.example',
    features: ['news', 'extensions', 'feedback', 'issue', 'newsletter'],
    install: {
      version: '8.4.0',
      company: 'Müller & Söhne <GmbH>',
      industry: 'Food & Food Service',
      installKey: '42',
      administrator: false,
      userId: '5',
      language: 'de_de',
    },
  });
});

test('an administrator learns the extensions and the system besides', async (t) => {
  const { install } = await asked(await installed(t), 'ada');
  assert.equal(install.administrator, true);
  assert.equal(typeof install.os, 'string');
  assert.deepEqual(install.extensions, [
    { name: 'PDFMaker', label: 'PDF & more', version: '800.1', enabled: true },
    { name: 'Sleeper', label: 'Sleeper', version: '', enabled: false },
  ]);
  const { php, database, webServer, diskFree, diskTotal } = install.system ?? {};
  assert.match(String(php), /^\d+\.\d+\.\d+/);
  assert.equal(database, 'MariaDB 10.11.6');
  assert.match(String(webServer), /^PHP .* Development Server$/);
  assert.ok(Number(diskFree) > 0 && Number(diskFree) <= Number(diskTotal));
});

test('MySQL is called by its name', async (t) => {
  const { install } = await asked(await installed(t, { database: '8.0.36-0ubuntu0.22.04.1' }), 'ada');
  assert.equal(install.system?.database, 'MySQL 8.0.36');
});

test('what the owner of the server has switched off in PHP is left out', async (t) => {
  const switched = 'php_uname,parse_ini_file,disk_free_space,disk_total_space';
  const { install } = await asked(await installed(t, { switched }), 'ada');
  assert.match(String(install.os), /^\w+$/);
  assert.deepEqual(Object.keys(install.system ?? {}), ['php', 'database', 'webServer']);
});

test('what it says is a declaration that the widget reads', async (t) => {
  const { install } = await asked(await installed(t), 'ada');
  const { version, company, os, installKey, administrator, userId, extensions } =
    declarationIn(JSON.stringify(install), 'module')?.readings ?? {};
  for (const reading of [version, company, os, installKey, administrator, userId]) assert.ok(reading);
  assert.equal(extensions?.value.length, 2);
});

test('name, e-mail and the uid of vtiger are never in it', async (t) => {
  const crm = await installed(t);
  for (const user of ['ada', 'sam'] as const) {
    const text = await (await crm.ask(ACTION, user)).text();
    assert.doesNotMatch(text, /deadbeef|@example\.com|-login|The ada|The sam/);
  }
});

test('nothing keeps the answer, and nothing takes it for a page', async (t) => {
  const answer = await (await installed(t)).ask(ACTION, 'ada');
  assert.equal(answer.headers.get('content-type'), 'application/json; charset=UTF-8');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.doesNotMatch(await answer.text(), /[<>]/);
});

test('features that are switched off are not named', async (t) => {
  const crm = await installed(t);
  await crm.sql("REPLACE INTO vtiger_noticeboard VALUES ('off', 'news,feedback')");
  assert.deepEqual((await asked(crm, 'sam')).features, ['extensions', 'issue', 'newsletter']);
});

test('without a hub it says so', async (t) => {
  const crm = await installed(t);
  await crm.sql("REPLACE INTO vtiger_noticeboard VALUES ('hub', '')");
  assert.equal((await asked(crm, 'sam')).hub, null);
});

test('text that is no UTF-8 costs the rest nothing', async (t) => {
  const crm = await installed(t);
  await crm.sql("UPDATE vtiger_organizationdetails SET organizationname = CAST(x'4DFC6C6C6572' AS TEXT)");
  const { install } = await asked(crm, 'sam');
  assert.equal(install.company, null);
  assert.equal(install.version, '8.4.0');
});

test('somebody who is not logged in learns nothing', async (t) => {
  const answer = await (await installed(t)).ask(ACTION);
  assert.equal(answer.status, 401);
  assert.deepEqual(await answer.json(), { failure: 'not-logged-in' });
});

test('a disabled module answers nobody', async (t) => {
  const crm = await installed(t);
  await crm.sql("UPDATE vtiger_tab SET presence = 1 WHERE name = 'Noticeboard'");
  assert.equal((await crm.ask(ACTION, 'ada')).status, 404);
});

test('every method but GET is refused', async (t) => {
  const crm = await installed(t);
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
    const answer = await crm.ask(ACTION, 'ada', { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.get('allow'), 'GET', method);
    assert.doesNotMatch(await answer.text(), /install/, method);
  }
});
