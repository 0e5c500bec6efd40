import * as z from 'zod/mini';
import { webAddress } from './catalogue.ts';
import { features } from './policy.ts';

/** What is set for a browser or, where several people share a CRM's page, for one of them. */
export const settings = z.object({
  /** The address of a news feed beside the hub's; null without. */
  feed: z.nullable(webAddress),
  switchedOff: z.array(z.enum(features)),
  /** Whether the news is looked for every six hours, though nobody opens it. */
  lookForNews: z.boolean(),
  /** The edge of the page that launchers sit at; null: where each was moved to. */
  side: z.nullable(z.enum(['start', 'end'])),
});
export type Settings = z.infer<typeof settings>;

/** What is known of an install from its person alone, where no page says it. */
export const enteredFields = ['industry', 'os'] as const;
export type EnteredField = (typeof enteredFields)[number];

/** Everything that can be set by an organisation, by name. */
export type SettingName = keyof Settings | EnteredField | 'hub' | 'crms';
