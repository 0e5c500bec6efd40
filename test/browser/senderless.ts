import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { unnamedHeaders } from '../../widget/contract/browserHeaders.ts';
import { firefoxExtensionHost } from './harness/browsers.ts';
import type { WireRequest } from './harness/wire.ts';

/** Where a run leaves what it saw, to be read. */
const FOLDER = 'dist/requests';
/** More of a body than this, in characters, is not written there. */
const LONGEST_BODY = 1500;

/** What each feature asks the hub for, and the withdrawal of what was sent. */
const everyFeature = [
  'GET /v1/news.rss ',
  'GET /v1/extensions?',
  'POST /v1/feedback ',
  'POST /v1/issues ',
  'POST /v1/subscriptions ',
  'POST /v1/withdrawals ',
];

/**
 * Asserts that the requests are those of every feature, and that none of them says who sends it: no cookie, no referrer, no
 * address of the CRM, no number of this one browser. `origin` is what may stand in their Origin.
 */
export function assertSenderless(requests: readonly WireRequest[], origin: RegExp): void {
  const missing = everyFeature.filter((start) => !requests.some(({ head }) => head.startsWith(start)));
  assert.deepEqual(missing, []);
  for (const { head, body } of requests) {
    assert.doesNotMatch(head, /^(cookie|referer|authorization|from):/im);
    const names = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(':', 1)[0] ?? '');
    assert.deepEqual(unnamedHeaders(names), [], 'PRIVACY.md names all that browsers add');
    for (const [, value = ''] of head.matchAll(/^origin: *(.*)$/gim)) assert.match(value, origin);
    for (const said of [head, body]) {
      assert.doesNotMatch(said, /crm\.test|vtigercrm|moz-extension/i);
      assert.ok(!said.includes(firefoxExtensionHost), 'no number of this browser');
    }
  }
}

/** Writes the requests down as they came, but for the end of a long body. */
export async function writeDown(requests: readonly WireRequest[], name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const texts = requests.map(({ head, body }) => `${head.replaceAll('\r\n', '\n')}\n\n${shortened(body)}`.trimEnd());
  await writeFile(`${FOLDER}/${name}.txt`, `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

function shortened(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  return `${body.slice(0, LONGEST_BODY)} … and ${body.length - LONGEST_BODY} characters more`;
}
