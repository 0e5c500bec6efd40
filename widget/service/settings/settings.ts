import type { Input, Output, Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import { fieldSchemas } from '../../contract/fields.ts';
import type { Page } from '../../contract/page.ts';
import { readerKey, readPage } from '../owner.ts';
import { parse } from '../parse.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { enteredFacts, loadEntered, saveEntered } from './entered.ts';
import { loadSettings, saveStored } from './storedSettings.ts';

/** What a person sets, and what their organisation has set for them. */
export function settingsHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'settings' | 'changeSettings' | 'enter'> {
  const { database, managed, shared } = surroundings;

  /** The install in front, else those with a launcher. */
  async function installs(page: Page | null): Promise<Output<'settings'>['installs']> {
    const known = [];
    for (const { baseUrl } of page ? [page] : await surroundings.sites.list()) {
      const { industry = null, os = null } = await enteredFacts(surroundings, baseUrl, readerKey(surroundings, page));
      known.push({ baseUrl, industry: page?.industry ?? industry, os: page?.os ?? os });
    }
    return known;
  }

  return {
    async settings() {
      const page = await readPage(read);
      const set = await managed();
      return success({
        ...(await loadSettings(surroundings, readerKey(surroundings, page))),
        feedTried: null,
        managed: Object.keys(set),
        installs: await installs(page),
        ofBrowser: !shared,
      });
    },

    async changeSettings(changes) {
      const page = await readPage(read);
      if (shared && page === null) return failure('no-crm');
      if (await isLocked(surroundings, changes)) return failure('not-allowed');
      const reader = readerKey(surroundings, page);
      await database.write((transaction) => saveStored(transaction, reader, changes));
      await surroundings.followSettings();
      return success({});
    },

    async enter({ baseUrl, field, value }) {
      const page = await readPage(read);
      const listed = page ? [page] : await surroundings.sites.list();
      if (!listed.some((install) => install.baseUrl === baseUrl)) return failure('no-crm');
      if ((await managed())[field] !== undefined) return failure('not-allowed');
      const entered = value?.trim() || null;
      if (entered !== null && parse(fieldSchemas[field], entered) === undefined) return failure('bad-call');
      const reader = readerKey(surroundings, page);
      await database.write(async (transaction) => {
        const known = await loadEntered(transaction, baseUrl, reader);
        await saveEntered(transaction, baseUrl, reader, { ...known, [field]: entered });
      });
      return success({});
    },
  };
}

/** Whether one of the changes is not the person's to make. */
async function isLocked({ managed }: Surroundings, changes: Input<'changeSettings'>): Promise<boolean> {
  const set = await managed();
  return (Object.keys(changes) as (keyof typeof changes)[]).some(
    (name) => changes[name] !== undefined && set[name] !== undefined && set[name] !== changes[name],
  );
}
