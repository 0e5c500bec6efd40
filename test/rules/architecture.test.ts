import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { dataTypes } from '../../extension/dataConsent.ts';
import { manifestFor } from '../../scripts/manifest.ts';
import type { ImportGraph } from './graph.ts';
import { importGraph, reachable, sourceFiles } from './graph.ts';

/** layer → what it may import beside itself: layers by their folder, packages by their name. */
const arrows: Record<string, readonly string[]> = {
  'widget/contract': ['zod/mini'],
  'widget/service': ['widget/contract', 'zod/mini'],
  'widget/crm': ['widget/contract'],
  'widget/ui': ['widget/contract', 'preact', 'preact/hooks', 'preact/jsx-runtime'],
  'widget/dropin': [
    'widget/contract',
    'widget/service',
    'widget/crm',
    'widget/ui',
    'zod/mini',
    'virtual:first.css',
    'virtual:later.css',
    'virtual:more.css',
    'virtual:editor.css',
  ],
  extension: ['widget/contract', 'widget/service', 'widget/crm', 'widget/ui', 'zod/mini'],
};

let graph: ImportGraph;
before(async () => {
  graph = await importGraph();
});

const layers = [...Object.keys(arrows), 'server', 'scripts'];
const layerOf = (path: string) => layers.find((layer) => path.startsWith(`${layer}/`)) ?? path;

for (const [layer, allowed] of Object.entries(arrows)) {
  test(`${layer} imports only ${allowed.join(', ')}`, () => {
    const strays = [...graph]
      .filter(([file]) => layerOf(file) === layer)
      .flatMap(([file, imports]) => imports.map((path) => ({ file, path, to: layerOf(path) })))
      .filter(({ to }) => to !== layer && !allowed.includes(to))
      .filter(({ file, path }) => !(file === 'extension/browser.ts' && path === 'webextension-polyfill'));
    assert.deepEqual(strays, []);
  });
}

test('the hub imports nothing of the widget but its contract', () => {
  const strays = [...graph]
    .filter(([file]) => layerOf(file) === 'server')
    .flatMap(([file, imports]) => imports.map((path) => `${file} → ${path}`))
    .filter((arrow) => / → (widget\/(?!contract\/)|extension\/|scripts\/)/.test(arrow));
  assert.deepEqual(strays, []);
});

test('nothing imports a home or the hub', () => {
  const strays = [...graph]
    .flatMap(([file, imports]) => imports.map((path) => [file, path] as const))
    .filter(([file, path]) => /^(extension|widget\/dropin|server)\//.test(path) && layerOf(file) !== layerOf(path))
    // PRIVACY.md says how long the hub keeps what.
    .filter(([file, path]) => !(file === 'scripts/policy.ts' && path === 'server/retention/kinds.ts'));
  assert.deepEqual(strays, []);
});

test('interface and page readers carry no zod', () => {
  const carriers = [...graph.keys()]
    .filter((file) => /^widget\/(ui|crm)\//.test(file))
    .filter((file) => [...reachable(graph, file)].some((path) => path.startsWith('zod')));
  assert.deepEqual(carriers, []);
});

test('no file imports itself, by whatever way', () => {
  const cycles = [...graph].filter(([file, imports]) => imports.some((path) => reachable(graph, path).has(file)));
  assert.deepEqual(
    cycles.map(([file]) => file),
    [],
  );
});

test('only one file of the extension touches the polyfill', () => {
  const users = [...graph].filter(([, imports]) => imports.includes('webextension-polyfill')).map(([file]) => file);
  assert.deepEqual(users, ['extension/browser.ts']);
});

test('no file has grown past 200 lines', () => {
  const long = sourceFiles()
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 200);
  assert.deepEqual(long, []);
});

test('the content script speaks to nobody: it has the storage, and no messages of the extension', () => {
  const speakers = [...reachable(graph, 'extension/content/content.ts')].filter((file) =>
    /\b(sendMessage|runtime\.connect|onMessage\.addListener|onConnect)\b/.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(speakers, []);
});

test('the extension listens to no page and to no other extension', () => {
  const doors = /\b(externally_connectable|onMessageExternal|onConnectExternal|onUserScriptMessage)\b/;
  const files = [...sourceFiles(), 'manifest.json', 'scripts/manifest.ts'];
  assert.deepEqual(
    files.filter((file) => doors.test(readFileSync(file, 'utf8'))),
    [],
  );
});

test('nothing leaves for the hub unlogged: homes have no transport but a logged one, and nobody else has any', () => {
  const transports = ['widget/service/hub/fetchHub.ts', 'widget/service/hub/relay.ts'];
  const homes = [...graph].filter(([, imports]) => imports.some((path) => transports.includes(path)));
  assert.deepEqual(homes.map(([file]) => file).sort(), [
    'extension/background/background.ts',
    'widget/dropin/pageSurroundings.ts',
    // The frame that sends for a transport.
    'widget/service/hub/relayFrame.ts',
  ]);
  for (const [file] of homes.filter(([name]) => !name.endsWith('relayFrame.ts'))) {
    assert.match(readFileSync(file, 'utf8'), /transport: logged\(/, file);
  }
  const fetching = sourceFiles().filter(
    (file) => /^(widget|extension)\//.test(file) && /\bfetch\(/.test(readFileSync(file, 'utf8')),
  );
  // The other two ask the CRM itself.
  assert.deepEqual(fetching.sort(), [
    'widget/crm/moduleManager/fetchExtensions.ts',
    'widget/crm/vtigerModule/askModule.ts',
    'widget/service/hub/fetchHub.ts',
  ]);
});

test('every permission of the manifest is justified in docs/permissions.md, and nothing else is', () => {
  const manifest: Record<string, string[]> = JSON.parse(readFileSync('manifest.json', 'utf8'));
  const rows = readFileSync('docs/permissions.md', 'utf8').matchAll(/^\| (`[^|(]*)/gm);
  const listed = [...rows].flatMap(([, cell]) => cell?.match(/[^`, ]+/g) ?? []);
  assert.deepEqual(
    listed.sort(),
    [...(manifest.permissions ?? []), ...(manifest.optional_host_permissions ?? [])].sort(),
  );
});

test('Firefox is told of the data types that the forms ask it for, and of no others', () => {
  const manifest = JSON.parse(manifestFor('firefox', readFileSync('manifest.json', 'utf8'), '0.0.1'));
  const { optional } = manifest.browser_specific_settings.gecko.data_collection_permissions;
  assert.deepEqual(optional, [...new Set(Object.values(dataTypes).flat())].sort());
});

test('every file that a document at the top or in docs/ points to is there', () => {
  const documents = [...readdirSync('.'), ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
    name.endsWith('.md'),
  );
  const broken = documents.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => join(dirname(document), target))
      .filter((target) => !existsSync(target))
      .map((target) => `${document} → ${target}`),
  );
  assert.deepEqual(broken, []);
});

test('zod comes only as zod/mini', () => {
  const strays = [...graph].filter(([, imports]) => imports.some((path) => /^zod(?!\/mini$)/.test(path)));
  assert.deepEqual(
    strays.map(([file]) => file),
    [],
  );
});

test('there is no HTML sink', () => {
  const sink = /\b((innerHTML|outerHTML)\s*\+?=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)/;
  assert.deepEqual(
    sourceFiles().filter((file) => /^(widget|extension)\//.test(file) && sink.test(readFileSync(file, 'utf8'))),
    [],
  );
});
