import { waitUntil } from '../harness/waitUntil.ts';
import type { View } from './view.ts';
import { fill, openForm, says } from './view.ts';

/** Opens Report, and fills in what it is made of. */
export async function writeReport(view: View, title: string): Promise<void> {
  await openForm(view, 'Report', '[aria-labelledby=tab-issue]');
  await fill(view, 'input[name=title]', title);
  await fill(view, 'textarea[name=happened]', 'The file ends after row 500.');
  await view.evaluate(() => document.querySelector<HTMLInputElement>('input[value=major]')?.click());
  await says(view, /28 characters/);
}

/** Blacks out the middle of the picture in the editor, by keys alone. */
export async function blackOutTheMiddle(view: View): Promise<void> {
  await waitUntil(
    () => view.evaluate(() => document.querySelector<HTMLElement>('.stage canvas')?.checkVisibility() === true),
    'the picture is there',
  );
  await view.evaluate(() => document.querySelector<HTMLElement>('.stage')?.focus());
  await view.press('Enter');
  await waitUntil(() => view.evaluate(() => document.querySelector('.frame') !== null), 'there is a frame');
  await view.press('Enter');
  await says(view, /1 box blacked out/);
}
