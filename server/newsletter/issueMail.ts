import { html, raw } from 'hono/html';
import { mailPage } from '../mail/mailPage.ts';
import type { Masthead } from './composer.ts';
import type { Issue, IssueItem } from './issue.ts';
import { plainText } from './plainText.ts';

/** What an issue has for one reader alone. */
export interface Reader {
  readonly name: string | null;
  /** The link that ends the subscription: for a click, and for the button that mail programs show (RFC 8058). */
  readonly unsubscribe: string;
}

/** An issue as a mail for one subscriber. */
export async function issueMail({ title, publicUrl }: Masthead, { subject, items }: Issue, reader: Reader) {
  const { name, unsubscribe } = reader;
  const greeting = name === null ? 'Hello,' : `Hello ${name},`;
  const why = `You get this because you subscribed to “${title}”.`;
  const text = [greeting, ...items.map(itemText), `--\n${why} Unsubscribe:\n${unsubscribe}`];
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: await mailPage(
      subject,
      html`<p>${greeting}</p>
${items.map(itemHtml)}
<hr>
<p><small>${why} <a href="${unsubscribe}">Unsubscribe</a></small></p>`,
    ),
    headers: {
      'List-Id': `<newsletter.${new URL(publicUrl).hostname}>`,
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function itemText({ title, summary, link }: IssueItem): string {
  return `${title}\n${plainText(summary)}\n${link}`;
}

/** The summary is HTML of the vendor's own. */
function itemHtml({ title, summary, link }: IssueItem) {
  return html`<h2 style="font-size: 18px; margin-bottom: 0;"><a href="${link}">${title}</a></h2>
<p style="margin-top: 4px;">${raw(summary)}</p>
`;
}
