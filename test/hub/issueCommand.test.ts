import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sendNewsletter } from '../../server/cli/sendNewsletter.ts';
import { deskOf } from '../../server/desk/desk.ts';
import { issues, mails, subscribers } from '../../server/newsletter/tables.ts';
import { readSettings } from '../../server/settings/settings.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

const items = '2026-11-imports,2026-11-php-8.1';

describe('npm run hub -- newsletter', () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
    const readers = ['ada', 'grace'].map((name) => `${name}@crm.example`);
    await hub.database.db.insert(subscribers).values(readers.map((email) => ({ email, address: email })));
  });
  after(() => hub.close());

  /** What the command prints. */
  async function command(...args: string[]): Promise<string> {
    const { log } = console;
    const printed: string[] = [];
    console.log = (line: string) => printed.push(line);
    try {
      const work = await sendNewsletter(args, readSettings({}), 'usage');
      await work(deskOf(hub.database.db));
    } finally {
      console.log = log;
    }
    return printed.join('\n');
  }
  const made = async () => {
    const { db } = hub.database;
    return [(await db.select().from(issues)).length, (await db.select().from(mails)).length];
  };

  test('--dry-run shows the mail and to how many it would go, and makes nothing', async () => {
    const printed = await command('--items', items, '--subject', 'November', '--dry-run');
    assert.match(printed, /^Subject: November\n/);
    assert.match(printed, /Imports now remember your columns\n.*\nhttps:\/\/vendor\.example/);
    assert.match(printed, /Settings › Configuration|PHP 8\.1 leaves support/);
    assert.match(printed, /It would go to 2 subscribers\./);
    assert.deepEqual(await made(), [0, 0]);
  });

  test('makes the issue, says so, and what is missing for it to go out; a second time nothing', async () => {
    const printed = await command('--items', items);
    assert.match(printed, /It goes to 2 subscribers\.\nSMTP_URL is not set here/);
    assert.deepEqual(await made(), [1, 2]);
    assert.match(await command('--items', items.split(',').toReversed().join()), /Nobody gets it twice\./);
    assert.deepEqual(await made(), [1, 2]);
  });

  test('an unknown item, a subject of two lines or another option is told', async () => {
    await assert.rejects(command('--items', 'none'), /There is no news item none\. There are: 2026-11-security/);
    await assert.rejects(command('--items', items, '--subject', 'a\nBcc: b@c.example'), /a subject of one line/);
    for (const args of [[], ['--items'], ['--all', '--items', items]]) await assert.rejects(command(...args), /usage/);
  });
});
