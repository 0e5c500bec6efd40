import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { catalogueFile } from './catalogue/catalogueFile.ts';
import { readDataFile } from './dataFile.ts';
import { newsFile } from './news/newsFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'noticeboard-files-'));
after(() => rmSync(folder, { recursive: true }));

async function newsWith(change: (news: { items: Record<string, unknown>[] }) => void) {
  const news = structuredClone(await readDataFile('server/data/news.json', newsFile)) as Parameters<typeof change>[0];
  change(news);
  return write(JSON.stringify(news));
}

function write(text: string) {
  const path = join(folder, 'file.json');
  writeFileSync(path, text);
  return path;
}

test('the seed files are as they should be', async () => {
  assert.ok((await readDataFile('server/data/news.json', newsFile)).items.length > 0);
  assert.ok((await readDataFile('server/data/catalogue.json', catalogueFile)).extensions.length > 0);
});

test('a mistake is told with its file, its place and what it is', async () => {
  const told: [RegExp, Parameters<typeof newsWith>[0]][] = [
    [/items\.0\.kind/, ({ items: [first] }) => Object.assign(first ?? {}, { kind: 'Security!' })],
    [/items\.1\.published/, ({ items: [, second] }) => Object.assign(second ?? {}, { published: 'yesterday' })],
    [/items\.0\.affects/, ({ items: [first] }) => Object.assign(first ?? {}, { affects: '8.4 or so' })],
    [/items\.0\.title/, ({ items: [first] }) => Object.assign(first ?? {}, { title: 'a\u0001b' })],
    [/items\.0.*"sumary"/, ({ items: [first] }) => Object.assign(first ?? {}, { sumary: 'x' })],
    [/items.*same id/, ({ items: [first, second] }) => Object.assign(first ?? {}, { id: second?.id })],
  ];
  for (const [message, change] of told) {
    const path = await newsWith(change);
    await assert.rejects(readDataFile(path, newsFile), (error: Error) => {
      assert.match(error.message, message);
      return error.name === 'SetupError' && error.message.startsWith(path);
    });
  }
});

test('a file that is no JSON, or is not there, is told too', async () => {
  await assert.rejects(readDataFile(write('{'), newsFile), /file\.json cannot be read/);
  await assert.rejects(readDataFile(join(folder, 'none.json'), newsFile), /none\.json cannot be read/);
});
