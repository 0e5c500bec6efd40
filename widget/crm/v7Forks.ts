// What a fork calls itself can be changed by whoever runs it; its parts less easily.
const PARTS = 'script[src*="web-components.js"], .footer-icons a[href*="salesplatform" i], body[data-layoutpath]';
const NAMES = /F-RevoCRM|SalesPlatform|YetiForce|berliCRM|coreBOS/i;

/** Whether a page in vtiger's layout "v7" belongs to a fork: F-RevoCRM and SalesPlatform keep all its other marks. */
export function isForkOfV7(document: Document): boolean {
  const footer = document.querySelector('footer')?.textContent?.slice(0, 1000) ?? '';
  return document.querySelector(PARTS) !== null || NAMES.test(footer);
}
