import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hubAddress } from '../../widget/service/hub/hubAddress.ts';
import type { Crm, User } from './crm.ts';
import { startCrm } from './crm.ts';

const PAGE = 'module=Noticeboard&parent=Settings&view=Index';

async function installed(...args: Parameters<typeof startCrm>): Promise<Crm> {
  const crm = await startCrm(...args);
  await crm.event('module.postinstall');
  return crm;
}

const whole: [string, string][] = [
  ['__vtrftk', 'token'],
  ['hub', ' https://other.example/hub/ '],
  ['industry', 'Banking & Financial Services'],
  ['features[]', 'news'],
  ['features[]', 'feedback'],
  ['features[]', 'issue'],
  ['features[]', 'newsletter'],
  ['launcher', '1'],
];

const without = (name: string) => whole.filter(([key]) => key !== name);
const withHub = (hub: string): [string, string][] => [...without('hub'), ['hub', hub]];

function save(crm: Crm, form: [string, string][], user: User = 'ada'): Promise<Response> {
  const body = new URLSearchParams([['module', 'Noticeboard'], ['parent', 'Settings'], ['action', 'Save'], ...form]);
  return crm.ask('', user, { method: 'POST', body });
}

async function stored(crm: Crm): Promise<Record<string, unknown>> {
  const rows = await crm.sql("SELECT name, value FROM vtiger_noticeboard WHERE name <> 'installKey'");
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

const links = (crm: Crm) => crm.sql("SELECT linkurl FROM vtiger_links WHERE linklabel = 'Noticeboard'");

test('what an administrator saves is kept, and the page shows it', async (t) => {
  const crm = await installed(t);
  const answer = await save(crm, whole);
  assert.equal(answer.status, 302);
  assert.equal(answer.headers.get('location'), `index.php?${PAGE}&saved=1`);
  assert.deepEqual(await stored(crm), {
    hub: 'https://other.example/hub',
    industry: 'Banking & Financial Services',
    launcher: '1',
    off: 'extensions',
  });
  const page = await (await crm.ask(`${PAGE}&saved=1`, 'ada')).text();
  assert.match(page, /role="status">Saved\./);
  assert.match(page, /name="hub"[^>]* value="https:\/\/other\.example\/hub"/);
  assert.match(page, /<option value="Banking &amp; Financial Services" selected>/);
  const checked = [...page.matchAll(/value="(\w+)" checked/g)].map((match) => match[1]);
  assert.deepEqual(checked, ['news', 'feedback', 'issue', 'newsletter', '1']);
});

test('with the launcher off its link is gone, and with it on it is back', async (t) => {
  const crm = await installed(t);
  assert.equal((await links(crm)).length, 1);
  await save(crm, without('launcher'));
  assert.deepEqual(await links(crm), []);
  await save(crm, whole);
  assert.equal((await links(crm)).length, 1);
});

test('with all features off none is left, and no launcher that would show nothing', async (t) => {
  const crm = await installed(t);
  await save(crm, without('features[]'));
  assert.deepEqual(await links(crm), []);
  assert.equal((await stored(crm)).off, 'news,extensions,feedback,issue,newsletter');
});

test('an industry that is not on the list is none', async (t) => {
  const crm = await installed(t);
  await save(crm, [...without('industry'), ['industry', 'Piracy']]);
  assert.equal((await stored(crm)).industry, '');
});

test('saving while the module is disabled shows no launcher', async (t) => {
  const crm = await installed(t);
  await crm.sql("UPDATE vtiger_tab SET presence = 1 WHERE name = 'Noticeboard'");
  await crm.event('module.disabled');
  await save(crm, whole);
  assert.deepEqual(await links(crm), []);
});

for (const [who, ask] of Object.entries({
  'a user who is no administrator': (crm: Crm) => save(crm, whole, 'sam'),
  'a forged form without the token': (crm: Crm) => save(crm, without('__vtrftk')),
  'a GET': (crm: Crm) =>
    crm.ask(
      `${new URLSearchParams([['module', 'Noticeboard'], ['parent', 'Settings'], ['action', 'Save'], ...whole])}`,
      'ada',
    ),
})) {
  test(`${who} changes nothing`, async (t) => {
    const crm = await installed(t);
    const before = await stored(crm);
    assert.equal((await ask(crm)).status, 403);
    assert.deepEqual(await stored(crm), before);
  });
}

test('the page is for administrators alone', async (t) => {
  assert.equal((await (await installed(t)).ask(PAGE, 'sam')).status, 403);
});

test('the form is one that vtiger adds its token to', async (t) => {
  assert.match(await (await (await installed(t)).ask(PAGE, 'ada')).text(), /<form method="post" action="index\.php">/);
});

const good = [
  'https://hub.example',
  'https://hub.example:8443/a/b',
  'hub.example',
  'http://localhost:8787',
  'http://127.0.0.1',
  'http://[::1]:8787',
];
const bad = [
  'http://hub.example',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'https://me:secret@hub.example',
  'ftp://hub.example',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  'https://hub.example:65536',
  `https://${'a'.repeat(3000)}.example`,
];

test('an address of a hub is kept as the widget keeps it', async (t) => {
  const crm = await installed(t);
  for (const address of good) {
    await save(crm, withHub(address));
    assert.deepEqual(hubAddress(address), { ok: true, value: (await stored(crm)).hub });
  }
});

test('with an address that is none nothing is saved, and it stays in the form', async (t) => {
  const crm = await installed(t);
  const before = await stored(crm);
  for (const address of bad) {
    const location = (await save(crm, withHub(address))).headers.get('location') ?? '';
    assert.deepEqual(await stored(crm), before, address);
    const page = await (await crm.ask(location.replace('index.php?', ''), 'ada')).text();
    assert.match(page, /role="alert"/, address);
    assert.ok(page.includes(`value="${address}"`), address);
  }
});

test('a German administrator reads German', async (t) => {
  const crm = await installed(t);
  for (const outcome of ['', '&saved=1', '&refused=x']) {
    const texts = async (user: User) => {
      const page = await (await crm.ask(PAGE + outcome, user)).text();
      // The industries are names that the hub knows, in English.
      return [...page.replace(/<option value="[^"]+.*?<\/option>/g, '').matchAll(/>([^<>]*\w[^<>]*)</g)].map(
        ([, text]) => text,
      );
    };
    const english = await texts('ada');
    const german = await texts('bea');
    assert.ok(english.length >= 11);
    assert.deepEqual(
      english.filter((text) => german.includes(text)),
      // The name, and a word that German has from English.
      ['Noticeboard', ' Newsletter'],
    );
  }
});

test('whatever is typed comes back as text', async (t) => {
  const crm = await installed(t);
  const page = await (
    await crm.ask(`${PAGE}&refused=${encodeURIComponent('"><script>alert(1)</script>')}`, 'ada')
  ).text();
  assert.ok(page.includes('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"'));
  assert.ok(!page.includes('<script'));
});
