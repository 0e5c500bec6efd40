import type { Service } from '../../widget/contract/calls.ts';
import { readPage } from '../../widget/service/owner.ts';
import type { PageReader } from '../../widget/service/surroundings.ts';
import type { EnabledSites } from './sites.ts';
import { forgetExtensions } from './tabExtensions.ts';

/** The service whose "Forget this install" also forgets what the extension itself keeps of that CRM, its launcher included. */
export function withSiteForgotten(service: Service, read: PageReader, sites: EnabledSites): Service {
  return {
    ...service,
    async forget(input) {
      const page = await readPage(read);
      const answer = await service.forget(input);
      if (!answer.ok || page === null) return answer;
      await forgetExtensions(page.baseUrl);
      await sites.forget(page.baseUrl);
      return answer;
    },
  };
}
