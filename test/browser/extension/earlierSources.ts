import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { POLICY_VERSION } from '../../../widget/contract/policy.ts';

const policyFile = 'widget/contract/policy.ts';

/**
 * Copies the extension's sources to a new folder, which the caller removes, and puts the policy there back by one version:
 * to one in which feedback did not say the operating system.
 */
export async function earlierSources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'noticeboard-earlier-'));
  for (const part of ['extension', 'widget']) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const policy = await readFile(policyFile, 'utf8');
  const earlier = replaceOnce(
    replaceOnce(policy, `POLICY_VERSION = ${POLICY_VERSION};`, `POLICY_VERSION = ${POLICY_VERSION - 1};`),
    'feedback: { text: always, email: personal, ...install }',
    'feedback: { text: always, email: personal, installKey: switchable, version: switchable, industry: switchable }',
  );
  await writeFile(join(folder, policyFile), earlier);
  return folder;
}

function replaceOnce(text: string, former: string, latter: string): string {
  if (text.split(former).length !== 2) throw new Error(`${policyFile} does not say once: ${former}`);
  return text.replace(former, latter);
}
