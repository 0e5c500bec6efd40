import type { Context } from 'hono';
import { html } from 'hono/html';
import { pageResponse } from './http/page.ts';

/** The page at `/`: what this is, and where to look. */
export async function rootPage(c: Context, demo: boolean): Promise<Response> {
  const page = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Noticeboard hub</title>
</head>
<body>
<h1>Noticeboard hub</h1>
<p>It publishes the vendor's news and recommended extensions to Noticeboard in vtiger CRM, and receives feedback. It keeps
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
  return pageResponse(c, page.toString());
}
