import { html } from 'hono/html';
import { mailPage } from '../mail/mailPage.ts';
import type { Masthead } from './composer.ts';

/** The mail that asks whether the owner of the address wants it. Nothing of it was typed by whoever signed up. */
export async function confirmationMail({ title }: Masthead, link: string) {
  const asked = `Somebody, most likely you, asked us to send the newsletter “${title}” to this address.`;
  const otherwise =
    'If it was not you, do nothing: there will be no newsletter, and your address is deleted after some days.';
  return {
    subject: `Please confirm: ${title}`,
    text: `${asked}\n\nTo get it, open this page and press the button there:\n${link}\n\n${otherwise}\n`,
    html: await mailPage(
      title,
      html`<p>${asked}</p>
<p><a href="${link}">Confirm that you want it</a></p>
<p>${otherwise}</p>`,
    ),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
