import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { baseUrl } from '../page.ts';
import { features } from '../policy.ts';
import { nothing } from './shared.ts';

const site = z.object({
  baseUrl,
  product: z.string(),
  version: z.nullable(z.string()),
  company: z.nullable(z.string()),
});

/** The frame of the panel: where it is, and which hub it listens to. */
export const panelCalls = {
  /** Everything the panel needs to draw its frame. */
  open: {
    input: nothing,
    output: z.object({
      hub: z.nullable(z.string()),
      /** The CRM in front of the person; null where there is none. */
      crm: z.nullable(z.object({ ...site.shape, administrator: z.boolean() })),
      /** The features that are switched on here. */
      features: z.array(z.enum(features)),
      /** `unasked` and `toolbar` do not show a launcher; `always` cannot be changed from here. */
      launcher: z.enum(['unasked', 'toolbar', 'shown', 'always']),
      /** The CRMs on which Noticeboard is shown. */
      sites: z.array(site),
      /** The news changed since it was last looked at. */
      unseenNews: z.boolean(),
    }),
  },
  /** Tries the address and keeps it if a hub answers. */
  connect: {
    input: z.object({ hub: z.string().check(z.maxLength(limits.url)) }),
    output: z.object({ hub: z.string() }),
  },
  /** Remembers whether a CRM gets a launcher. */
  chooseLauncher: {
    input: z.object({ baseUrl, launcher: z.enum(['toolbar', 'shown']) }),
    output: nothing,
  },
};
