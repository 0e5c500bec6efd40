import * as z from 'zod/mini';
import { hubAddress } from '../service/hub/hubAddress.ts';

/** What the vtiger module knows of its CRM. */
export interface ModuleInstall {
  /** Null where the administrator has not entered one. */
  readonly hub: string | null;
  /** What it declares of the install, as JSON. */
  readonly declaration: string;
}

const ACTION = 'index.php?module=Noticeboard&parent=Settings&action=Install';

const answer = z.object({ hub: z.nullable(z.string()), install: z.record(z.string(), z.unknown()) });

/**
 * The address to ask for what the module knows, where a script came from the vtiger module; null for any other script. The module
 * puts the scripts into a folder of the CRM's own, and before it stands the base URL.
 */
export function moduleAction(script: string): string | null {
  const base = /^(.+\/)layouts\/vlayout\/modules\/Noticeboard\//.exec(script)?.[1];
  return base === undefined ? null : base + ACTION;
}

/** Asks the module. Rejects where it does not answer, such as after a logout. */
export async function askModule(action: string): Promise<ModuleInstall> {
  const response = await fetch(action, { cache: 'no-store', redirect: 'error' });
  const { hub, install } = answer.parse(await response.json());
  const address = hub === null ? null : hubAddress(hub);
  return { hub: address?.ok ? address.value : null, declaration: JSON.stringify(install) };
}
