import * as z from 'zod/mini';
import { fieldSchemas } from '../../contract/fields.ts';
import { orElse } from '../../contract/orElse.ts';
import { baseUrl } from '../../contract/page.ts';
import { features } from '../../contract/policy.ts';
import type { SettingName, Settings } from '../../contract/settings.ts';
import { settings } from '../../contract/settings.ts';
import { hubAddress } from '../hub/hubAddress.ts';
import { parse } from '../parse.ts';

/** What an organisation has set for its browsers. What is missing is the person's own choice. */
export interface Managed extends Partial<Settings> {
  readonly hub?: string;
  /** The base URLs of the CRMs with a launcher. */
  readonly crms?: readonly string[];
  readonly industry?: string;
  readonly os?: string;
}

const unset = <S extends z.ZodMiniType>(schema: S) => orElse(schema, undefined);

// An administrator writes these by hand: what does not fit is left out, and costs the others nothing.
const policies = z.object({
  hub: unset(z.string()),
  crms: unset(z.array(orElse(z.string(), ''))),
  industry: unset(fieldSchemas.industry),
  os: unset(fieldSchemas.os),
  feed: unset(settings.shape.feed),
  switchedOff: unset(z.array(z.string())),
  lookForNews: unset(settings.shape.lookForNews),
  side: unset(settings.shape.side),
} satisfies Record<SettingName, z.ZodMiniType>);

/** Reads the values of managed storage. A hub's address holds to the same rules as one that is typed. */
export function readManaged(values: unknown): Managed {
  const { hub, crms, switchedOff, ...rest } = parse(policies, values) ?? {};
  const address = hub === undefined ? undefined : hubAddress(hub);
  const read = {
    ...rest,
    hub: address?.ok ? address.value : undefined,
    crms: crms?.flatMap((crm) => baseUrlIn(crm) ?? []),
    switchedOff: switchedOff && features.filter((feature) => switchedOff.includes(feature)),
  };
  // A member that is there and undefined would hide the person's own choice.
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The base URL that is meant by an address of an install, as browsers write it; undefined where there is none in it. */
function baseUrlIn(address: string): string | undefined {
  const href = URL.canParse(address) ? new URL(address).href : '';
  return parse(baseUrl, href.replace(/(\/(index\.php)?)?$/, '/'));
}
