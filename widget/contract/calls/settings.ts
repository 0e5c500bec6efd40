import * as z from 'zod/mini';
import { baseUrl, source } from '../page.ts';
import { enteredFields, settings } from '../settings.ts';
import { failureCode, nothing, text, time } from './shared.ts';

/** A fact of an install, and whose word it is. */
const fact = z.nullable(z.object({ value: z.string(), source }));

const { feed, switchedOff, lookForNews, side } = settings.shape;

/** What is set, by a person or an organisation. */
export const settingsCalls = {
  settings: {
    input: nothing,
    output: z.object({
      ...settings.shape,
      /** How it went when the added feed was last asked for. */
      feedTried: z.nullable(z.object({ at: time, failure: z.nullable(failureCode) })),
      /** What the organisation has set: it cannot be changed here. */
      managed: z.array(z.string()),
      /** The CRM in front, else those that are listed, with what is known of each. */
      installs: z.array(z.object({ baseUrl, industry: fact, os: fact })),
      /** False within a CRM's page, where its people set the features and what is known of the CRM, and no more. */
      ofBrowser: z.boolean(),
    }),
  },
  /** Changes what is given and nothing else. A feed is fetched at once. */
  changeSettings: {
    input: z.object({
      feed: z.optional(feed),
      switchedOff: z.optional(switchedOff),
      lookForNews: z.optional(lookForNews),
      side: z.optional(side),
    }),
    output: nothing,
  },
  /** Keeps what the person knows of an install; null takes it back. */
  enter: {
    input: z.object({
      baseUrl,
      field: z.enum(enteredFields),
      value: z.nullable(text),
    }),
    output: nothing,
  },
};
