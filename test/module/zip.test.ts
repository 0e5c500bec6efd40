import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { moduleZip } from '../../scripts/module.ts';
import { findPhp } from '../../scripts/php.ts';
import { policy } from '../../widget/contract/policy.ts';
import { isStandard } from '../../widget/crm/moduleManager/standardModules.ts';
import { parts, placeOf, source } from './crm.ts';

const entries = async () => unzipSync(await moduleZip(parts));

async function phpFiles(): Promise<string[]> {
  const paths = await readdir('widget/vtiger', { recursive: true });
  return paths.filter((path) => path.endsWith('.php')).map((path) => `widget/vtiger/${path}`);
}

test('the same sources give the same bytes', async () => {
  assert.deepEqual(await moduleZip(parts), await moduleZip(parts));
});

test('every file of the zip is one that vtiger 6.1 to 8.4 unpacks', async () => {
  const left = Object.keys(await entries()).filter((path) => placeOf(path) === undefined);
  assert.deepEqual(left, ['manifest.xml']);
});

test('the manifest is one that Module Manager takes', async () => {
  const manifest = strFromU8((await entries())['manifest.xml'] ?? new Uint8Array());
  assert.match(manifest, /<type>extension<\/type>\s*<name>Noticeboard<\/name>\s*<label>Noticeboard<\/label>/);
  assert.match(manifest, /<version>0\.1\.0<\/version>/);
  assert.match(manifest, /<vtiger_version>6\.1\.0<\/vtiger_version>/);
});

test('a version that vtiger would cut off makes no module', async () => {
  await assert.rejects(moduleZip({ ...parts, version: '0.1.0-beta.1' }), /cuts/);
});

test('vtiger 5 refuses the zip: it looks for a language file of its own kind', async () => {
  assert.ok(!Object.keys(await entries()).some((path) => path.endsWith('.lang.php')));
});

test('PHP takes every file', async () => {
  for (const file of await phpFiles()) execFileSync(findPhp(), ['-l', file], { stdio: 'pipe' });
});

test('no file needs a PHP younger than 5.6', async () => {
  const young = [
    'T_COALESCE',
    'T_COALESCE_EQUAL',
    'T_SPACESHIP',
    'T_FN',
    'T_MATCH',
    'T_NULLSAFE_OBJECT_OPERATOR',
    'T_ATTRIBUTE',
  ];
  const list =
    'foreach (token_get_all(file_get_contents($argv[1])) as $t) if (is_array($t)) echo token_name($t[0]), "\\n";';
  for (const file of await phpFiles()) {
    const tokens = new Set(String(execFileSync(findPhp(), ['-r', list, file])).split('\n'));
    assert.deepEqual(
      young.filter((token) => tokens.has(token)),
      [],
      file,
    );
    // Types of results, scalar types of parameters and typed properties look like this.
    assert.doesNotMatch(
      await readFile(file, 'utf8'),
      /\)\s*:\s*\??\w+\s*\{|[(,]\s*\??(string|int|bool|float) \$|(public|private) (?!static )\w+ \$/,
      file,
    );
  }
});

test('the module knows the features of the policy, and no others', async () => {
  const list = /\$features = array\(([^)]*)\)/.exec(await source('modules/Noticeboard/models/Options.php'))?.[1];
  assert.deepEqual(list?.match(/\w+/g), Object.keys(policy));
});

test('what the module leaves out as vtiger’s own, the widget leaves out of Module Manager', async () => {
  const list = /\$bundled = array\(([^)]*)\)/.exec(await source('modules/Noticeboard/models/Install.php'))?.[1];
  const names = list?.match(/\w+/g) ?? [];
  assert.ok(names.length > 20);
  assert.deepEqual(
    names.filter((name) => !isStandard(name, 'vtiger', '8.4.0')),
    [],
  );
});
