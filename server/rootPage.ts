import type { Context } from 'hono';
import { html } from 'hono/html';
import { plainPage } from './http/plainPage.ts';

/** The page at `/`: what this is, and where to look. */
export function rootPage(c: Context, demo: boolean): Promise<Response> {
  return plainPage(
    c,
    'Noticeboard hub',
    html`<p>It publishes the vendor’s news and recommended extensions to Noticeboard in vtiger CRM, and receives feedback. It keeps
no record of who asks.</p>
<ul>
<li><a href="/v1/news.rss">The news</a>, as RSS</li>
<li><a href="/v1/extensions">Recommended extensions</a>, as JSON</li>
<li><a href="/openapi.json">What it answers</a>, as OpenAPI</li>
<li><a href="/readyz">Whether it works</a></li>
${demo ? html`<li><a href="/demo/">A stand-in CRM page</a> with the drop-in on it</li>` : ''}
</ul>`,
  );
}
