import type { Adapter } from './adapter.ts';
import { pageVariable, readRelease, v7Readers } from './v7Layout.ts';

/** SalesPlatform, made of vtiger 7: it adds year and month to the number. */
export const salesPlatform: Adapter = {
  name: 'SalesPlatform',
  product: 'SalesPlatform',
  recognises: (document) =>
    pageVariable(document) !== undefined &&
    (document.querySelector('.footer-icons a[href*="salesplatform" i]') !== null ||
      (/-20\d{4}$/.test(readRelease(document)?.value ?? '') && document.querySelector('input[name=locale]') !== null)),
  readers: v7Readers,
};
