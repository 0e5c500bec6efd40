import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserName } from '../../../widget/service/submissions/browserName.ts';

const like = 'AppleWebKit/537.36 (KHTML, like Gecko)';

for (const [name, userAgent] of [
  ['Firefox 153 on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ['Firefox 153 on macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ['Chrome 156 on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/156.0.0.0 Safari/537.36`],
  [
    'Edge 156 on Windows',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${like} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`,
  ],
  ['Opera 140 on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${like} Chrome/156.0.0.0 Safari/537.36 OPR/140.0.0.0`],
  ['Chrome 156 on Android', `Mozilla/5.0 (Linux; Android 10; K) ${like} Chrome/156.0.0.0 Mobile Safari/537.36`],
  ['Chrome 156 on ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${like} Chrome/156.0.0.0 Safari/537.36`],
  ['Chrome 156 on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${like} HeadlessChrome/156.0.0.0 Safari/537.36`],
  [
    'Safari 26 on macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  ],
  [
    'Safari 26 on iOS',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  ],
  [undefined, 'curl/8.5.0'],
  [undefined, ''],
] as const) {
  test(`"${userAgent.slice(0, 60)}…" is ${name ?? 'no browser that is known'}`, () =>
    assert.equal(browserName(userAgent), name));
}
