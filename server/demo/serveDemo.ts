import { readFileSync } from 'node:fs';
import type { Context, Hono } from 'hono';
import { pageResponse } from '../http/page.ts';
import { demoPage, metaScript } from './demoPage.ts';
import { demoUser } from './install.ts';

const files = { 'demo.css': 'text/css; charset=utf-8', 'demo.js': 'text/javascript; charset=utf-8' };

/** A stand-in CRM at `/demo/`, for trying the drop-in and the extension without a vtiger. */
export function serveDemo(app: Hono): void {
  app.get('/demo', (c) => c.redirect(`/demo/${new URL(c.req.url).search}`));
  app.get('/demo/', showPage);
  app.get('/demo/index.php', showPage);
  for (const [name, type] of Object.entries(files)) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    // Where a vtiger of this generation keeps its own: a page is recognised by it.
    app.get(`/demo/layouts/v7/${name}`, (c) =>
      c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    );
  }
}

async function showPage(c: Context): Promise<Response> {
  const { origin, searchParams } = new URL(c.req.url);
  const demo = {
    module: wordOf(searchParams.get('module')) ?? 'Contacts',
    view: wordOf(searchParams.get('view')) ?? 'List',
    user: demoUser(searchParams.get('user') ?? undefined),
    hub: origin,
  };
  return pageResponse(c, (await demoPage(demo)).toString(), { scripts: [metaScript(demo)] });
}

function wordOf(parameter: string | null): string | null {
  return parameter !== null && /^\w{1,40}$/.test(parameter) ? parameter : null;
}
