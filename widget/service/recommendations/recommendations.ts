import * as z from 'zod/mini';
import type { Output, Row, Service } from '../../contract/calls.ts';
import type { Recommendation } from '../../contract/catalogue.ts';
import { factsQuery } from '../../contract/factsQuery.ts';
import type { Answer } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import type { InstalledExtension, Page } from '../../contract/page.ts';
import type { Field } from '../../contract/policy.ts';
import { routes } from '../../contract/routes.ts';
import type { Decided } from '../agreement/agreement.ts';
import { loadAgreement, saveAgreement } from '../agreement/agreement.ts';
import { readInstalled } from '../installedExtensions.ts';
import { ownerOf, readerKey, readPage } from '../owner.ts';
import { withEntered } from '../settings/entered.ts';
import { featuresOn } from '../settings/featuresOn.ts';
import { readValue } from '../storage/value.ts';
import { dismissedName } from '../storage/valueNames.ts';
import { pageFacts, rowsOf } from '../submissions/rows.ts';
import type { CrmReader, Surroundings } from '../surroundings.ts';
import { catalogue } from './catalogue.ts';

/** Dismissals that are remembered for one reader; the newest stay. */
const DISMISSALS = 500;

const dismissals = z.array(z.string());

/** Recommended extensions: for administrators, and only once they agreed to the facts that go with the question. */
export function recommendationHandlers(
  surroundings: Surroundings,
  crm: CrmReader,
): Pick<Service, 'recommendationFacts' | 'agreeToRecommendations' | 'recommendations' | 'dismiss' | 'restore'> {
  const { database } = surroundings;

  /** Adds to, or takes from, what this reader dismissed. */
  async function change(edit: (dismissed: Set<string>) => void) {
    const page = await readAdministrator(crm);
    if (!page.ok) return page;
    const name = dismissedName(readerKey(surroundings, page.value));
    await database.write(async (transaction) => {
      const dismissed = new Set(await readValue(transaction, name, dismissals));
      edit(dismissed);
      await transaction.put('values', [...dismissed].slice(-DISMISSALS), name);
    });
    return success({});
  }

  /** What would be disclosed about the install in front, and by whose leave. */
  async function disclosure() {
    const page = await readAdministrator(crm);
    if (!page.ok) return page;
    const owner = ownerOf(page.value);
    if (!(await featuresOn(surroundings, page.value)).includes('extensions')) return failure('not-allowed');
    const { agreed: ever, decided } = await database.read((transaction) =>
      loadAgreement(transaction, 'extensions', owner),
    );
    const facts = pageFacts(await withEntered(surroundings, page.value));
    const rows = rowsOf('extensions', facts, decided.switched);
    const hub = await surroundings.hub();
    if (hub === null) return failure('no-hub');
    // A fact that came or changed since was not seen yet, and another hub is somebody else to tell it to.
    const agreed =
      ever &&
      decided.told.hub === hub &&
      rows.every(({ field, sent, value }) => !sent || decided.told[field] === value);
    const address = hub + routes.extensions.path;
    return success({ page: page.value, owner, hub, address, agreed, facts, rows, decided });
  }

  return {
    async recommendationFacts() {
      const found = await disclosure();
      if (!found.ok) return found;
      const { rows, address, agreed } = found.value;
      return success({ rows, address, agreed });
    },

    async agreeToRecommendations(shown) {
      const found = await disclosure();
      if (!found.ok) return found;
      const { owner, hub, address, facts, decided } = found.value;
      const now = decidedNow(shown.rows, decided);
      // The page may have become another, or learned more, since the facts were shown, and the hub another hub.
      const query = factsQuery(rowsOf('extensions', facts, now.switched));
      if (query !== factsQuery(shown.rows) || address + query !== shown.address) return failure('changed');
      const told = { ...now.told, hub };
      await database.write((transaction) => saveAgreement(transaction, 'extensions', owner, { ...now, told }));
      return success({});
    },

    async recommendations() {
      const found = await disclosure();
      if (!found.ok) return found;
      const { page, owner, address, agreed, rows } = found.value;
      if (!agreed) return failure('not-allowed');
      const [list, installed] = await Promise.all([
        catalogue(surroundings, address + factsQuery(rows), owner),
        readInstalled(crm, page),
      ]);
      if (!list.ok) return list;
      const name = dismissedName(readerKey(surroundings, page));
      const dismissed = await database.read((transaction) => readValue(transaction, name, dismissals));
      const [known, unreadInstalled] = typeof installed === 'string' ? [[], installed] : [installed.value, null];
      const extensions = marked(list.value.extensions, known, new Set(dismissed));
      return success({ ...list.value, extensions, unreadInstalled });
    },

    dismiss: ({ extension }) => change((dismissed) => dismissed.add(extension)),
    restore: ({ extension }) => change((dismissed) => dismissed.delete(extension)),
  };
}

/** The page in front, if its reader is an administrator by what the page itself says. */
async function readAdministrator(crm: CrmReader): Promise<Answer<Page>> {
  const page = await readPage(crm.page);
  if (page === null) return failure('no-crm');
  return page.administrator?.value === true ? success(page) : failure('not-administrator');
}

/** What was chosen of the facts that were there to be seen; of the others it stays as it was. */
function decidedNow(shown: readonly Row[], before: Decided): Decided {
  const switched = new Set<Field>();
  const told = { ...before.told };
  for (const { field, value, sent } of shown) {
    if (value !== null) told[field] = value;
    if (value === null ? before.switched.includes(field) : !sent) switched.add(field);
  }
  return { switched: [...switched], told };
}

/** The hub's order, with what is installed last. */
function marked(
  extensions: readonly Recommendation[],
  known: readonly InstalledExtension[],
  dismissed: ReadonlySet<string>,
): Output<'recommendations'>['extensions'] {
  const installed = new Map<string, string | null>();
  for (const { name, version } of known) installed.set(name, version ?? null);
  const fresh: Output<'recommendations'>['extensions'] = [];
  const last: Output<'recommendations'>['extensions'] = [];
  for (const extension of extensions) {
    const { id, module } = extension;
    const isInstalled = installed.has(module);
    (isInstalled ? last : fresh).push({
      ...extension,
      installed: isInstalled,
      installedVersion: installed.get(module) ?? null,
      dismissed: dismissed.has(id),
    });
  }
  return [...fresh, ...last];
}
