import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Crm } from './crm.ts';
import { startCrm } from './crm.ts';

const LINK = /^layouts\/vlayout\/modules\/Noticeboard\/resources\/noticeboard\.js\?[0-9a-f]{10}$/;

const links = (crm: Crm) =>
  crm.sql("SELECT tabid, linktype, linkurl FROM vtiger_links WHERE linklabel = 'Noticeboard'");
const menu = (crm: Crm) =>
  crm.sql("SELECT blockid, linkto, active FROM vtiger_settings_field WHERE name = 'Noticeboard'");
const key = async (crm: Crm) =>
  (await crm.sql("SELECT value FROM vtiger_noticeboard WHERE name = 'installKey'"))[0]?.value;

async function assertShown(crm: Crm): Promise<void> {
  const [link, ...more] = await links(crm);
  assert.deepEqual(more, []);
  // Of no module: one of this module would be kept from everybody but administrators.
  assert.equal(link?.tabid, 0);
  assert.equal(link?.linktype, 'HEADERSCRIPT');
  assert.match(String(link?.linkurl), LINK);
  const entry = { blockid: 4, linkto: 'index.php?module=Noticeboard&parent=Settings&view=Index', active: 0 };
  assert.deepEqual(await menu(crm), [entry]);
}

test('an import puts the launcher on every page, and the settings into the menu', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await assertShown(crm);
});

test('a build without a hub shows no launcher before an administrator names one', async (t) => {
  const crm = await startCrm(t);
  await crm.unpack({ hub: '' });
  await crm.event('module.postinstall');
  assert.deepEqual(await links(crm), []);
  assert.equal((await menu(crm)).length, 1);
});

test('disabled, the module leaves nothing on the pages; enabled, it is back', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await crm.sql("UPDATE vtiger_tab SET presence = 1 WHERE name = 'Noticeboard'");
  await crm.event('module.disabled');
  assert.deepEqual([await links(crm), await menu(crm)], [[], []]);
  await crm.sql("UPDATE vtiger_tab SET presence = 0 WHERE name = 'Noticeboard'");
  await crm.event('module.enabled');
  await assertShown(crm);
});

test('an uninstall leaves nothing behind, and nothing of others is gone', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await crm.event('module.preuninstall');
  assert.deepEqual([await links(crm), await menu(crm)], [[], []]);
  assert.deepEqual(await crm.sql("SELECT name FROM sqlite_master WHERE name LIKE '%noticeboard%'"), []);
  assert.deepEqual(await crm.sql('SELECT linklabel FROM vtiger_links'), [{ linklabel: 'Other' }]);
  assert.deepEqual(await crm.sql('SELECT name FROM vtiger_settings_field'), [{ name: 'Other' }]);
});

test('an update keeps the key and what was chosen, and leads to the new scripts', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await crm.sql("REPLACE INTO vtiger_noticeboard VALUES ('hub', 'https://chosen.example'), ('off', 'news')");
  const before = await crm.sql('SELECT name, value FROM vtiger_noticeboard ORDER BY name');
  const [old] = await links(crm);
  await crm.unpack({ version: '0.2.0', scripts: { 'noticeboard.js': '// another loader' } });
  await crm.event('module.preupdate');
  await crm.event('module.postupdate');
  assert.deepEqual(await crm.sql('SELECT name, value FROM vtiger_noticeboard ORDER BY name'), before);
  await assertShown(crm);
  assert.notEqual((await links(crm))[0]?.linkurl, old?.linkurl);
});

test('an update of a disabled module shows nothing', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await crm.sql("UPDATE vtiger_tab SET presence = 1 WHERE name = 'Noticeboard'");
  await crm.event('module.disabled');
  await crm.event('module.preupdate');
  await crm.event('module.postupdate');
  assert.deepEqual([await links(crm), await menu(crm)], [[], []]);
});

test('a hub that an administrator took out stays out over an update', async (t) => {
  const crm = await startCrm(t);
  await crm.event('module.postinstall');
  await crm.sql("REPLACE INTO vtiger_noticeboard VALUES ('hub', '')");
  await crm.event('module.postupdate');
  assert.deepEqual(await links(crm), []);
});

test('every install gets a number of its own, from 1 to 2^63 - 1', async (t) => {
  const crm = await startCrm(t);
  const seen = new Set<string>();
  for (let install = 0; install < 50; install += 1) {
    await crm.event('module.postinstall');
    const number = String(await key(crm));
    assert.match(number, /^[1-9]\d{0,18}$/);
    assert.ok(BigInt(number) < 2n ** 63n);
    seen.add(number);
    await crm.event('module.preuninstall');
  }
  assert.equal(seen.size, 50);
});

test('the hub of the build may hold any sign', async (t) => {
  const crm = await startCrm(t);
  const signs = fc.string({ minLength: 1, unit: fc.constantFrom("'", '\\', '$', '"', '{', '\n', 'ä') });
  await fc.assert(
    fc.asyncProperty(signs, async (hub) => {
      await crm.unpack({ hub });
      await crm.event('module.postinstall');
      assert.deepEqual(await crm.sql("SELECT value FROM vtiger_noticeboard WHERE name = 'hub'"), [{ value: hub }]);
      await crm.event('module.preuninstall');
    }),
    { numRuns: 30 },
  );
});
