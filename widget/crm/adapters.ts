import type { Adapter } from './adapter.ts';
import { berliCrm } from './berliCrm.ts';
import { coreBos } from './coreBos.ts';
import { fRevoCrm } from './fRevoCrm.ts';
import { salesPlatform } from './salesPlatform.ts';
import { vtiger5 } from './vtiger5.ts';
import { vtiger6 } from './vtiger6.ts';
import { vtiger7 } from './vtiger7.ts';
import { vtiger8 } from './vtiger8.ts';
import { vtiger54 } from './vtiger54.ts';
import { yetiForce } from './yetiForce.ts';

/** Every CRM that is known, most specific first: the first that recognises a page reads it. Forks come before vtiger. */
export const adapters: readonly Adapter[] = [
  yetiForce,
  coreBos,
  fRevoCrm,
  salesPlatform,
  berliCrm,
  vtiger8,
  vtiger7,
  vtiger6,
  vtiger54,
  vtiger5,
];
