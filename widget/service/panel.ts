import type { Service } from '../contract/calls.ts';
import { failure, success } from '../contract/failure.ts';
import type { Page } from '../contract/page.ts';
import { health, routes } from '../contract/routes.ts';
import { askHub } from './hub/hub.ts';
import { hubAddress } from './hub/hubAddress.ts';
import { isNewsUnseen } from './news/news.ts';
import { ownerOf, readPage } from './owner.ts';
import { parseJson } from './parse.ts';
import { featuresOn } from './settings/featuresOn.ts';
import type { PageReader, SiteSummary, Surroundings } from './surroundings.ts';

/** The panel's frame: where it is, and which hub it listens to. */
export function panelHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'open' | 'connect' | 'chooseLauncher'> {
  const { sites } = surroundings;
  return {
    async open() {
      const page = await readPage(read);
      const hub = await surroundings.hub();
      return success({
        hub,
        crm: page && { ...siteOf(page), administrator: page.administrator?.value === true },
        launcher: page ? await sites.launcher(page.baseUrl) : 'unasked',
        sites: [...(await sites.list())],
        features: await featuresOn(surroundings, page),
        unseenNews: await isNewsUnseen(surroundings, hub, page),
      });
    },

    async connect({ hub }) {
      const { keepHub } = surroundings;
      if (!keepHub || (await surroundings.managed()).hub !== undefined) return failure('not-allowed');
      const address = hubAddress(hub);
      if (!address.ok) return address;
      const page = await readPage(read);
      const owner = page && ownerOf(page);
      const answer = await askHub(surroundings, address.value + routes.health.path, { purpose: 'hub', owner });
      if (!answer.ok) return answer;
      if (!parseJson(health, answer.value)) return failure('not-a-hub');
      await keepHub(address.value);
      return success({ hub: address.value });
    },

    async chooseLauncher({ baseUrl, launcher }) {
      const page = await readPage(read);
      let site = page?.baseUrl === baseUrl ? siteOf(page) : undefined;
      for (const listed of await sites.list()) if (listed.baseUrl === baseUrl) site ??= listed;
      if (!site) return failure('no-crm');
      if ((await sites.launcher(baseUrl)) === 'always') return failure('not-allowed');
      await sites.choose(site, launcher);
      return success({});
    },
  };
}

function siteOf({ baseUrl, product, version, company }: Page): SiteSummary {
  return { baseUrl, product, version: version?.value ?? null, company: company?.value ?? null };
}
