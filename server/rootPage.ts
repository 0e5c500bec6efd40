import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { pageResponse } from './http/page.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
a { color: light-dark(#0b6380, #72c4dc); }
`;

/** The page at `/`: what this is, and where to look. */
export async function rootPage(c: Context, demo: boolean): Promise<Response> {
  const page = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Noticeboard hub</title>
<style>${raw(style)}</style>
</head>
<body>
<h1>Noticeboard hub</h1>
<p>It publishes the vendor’s news and recommended extensions to Noticeboard in vtiger CRM, and receives feedback. It keeps
no record of who asks.</p>
<ul>
<li><a href="/v1/news.rss">The news</a>, as RSS</li>
<li><a href="/v1/extensions">Recommended extensions</a>, as JSON</li>
<li><a href="/openapi.json">What it answers</a>, as OpenAPI</li>
<li><a href="/readyz">Whether it works</a></li>
${demo ? html`<li><a href="/demo/">A stand-in CRM page</a> with the drop-in on it</li>` : ''}
</ul>
</body>
</html>`;
  return pageResponse(c, page.toString(), { styles: [style] });
}
