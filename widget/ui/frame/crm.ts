import type { Output } from '../../contract/calls.ts';

export type Opened = Output<'open'>;
export type Crm = NonNullable<Opened['crm']>;

/** `crm.acme.example`, `crm.acme.example/vtigercrm`. */
export function addressOf(baseUrl: string): string {
  return baseUrl.replace(/^https?:\/\/|\/$/g, '');
}

/** `vtiger 8.4.0 · Acme`: version, then company, else the address. */
export function describe({ product, version, company, baseUrl }: Crm): string {
  return `${product}${version ? ` ${version}` : ''} · ${company ?? addressOf(baseUrl)}`;
}
