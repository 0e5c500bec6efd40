import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { pageResponse } from './page.ts';

type Html = ReturnType<typeof html>;

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: light-dark(#1a2026, #e9ecee); background: light-dark(#fff, #16191c); }
h1 { font-size: 1.5rem; line-height: 2rem; }
a { color: light-dark(#0b6380, #72c4dc); }
button { font: inherit; font-weight: 600; padding: .5rem 1rem; border: 1px solid transparent; border-radius: 6px; cursor: pointer;
  color: light-dark(#fff, #06242e); background: light-dark(#0b6380, #72c4dc); }
button:hover { background: light-dark(#084e66, #97d6e8); }
:focus-visible { outline: 2px solid light-dark(#0b6380, #72c4dc); outline-offset: 2px; }
`;

/** A page of the hub's own: a heading and what stands below it. */
export async function plainPage(c: Context, title: string, body: Html): Promise<Response> {
  const page = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
  return pageResponse(c, page.toString(), { styles: [style] });
}
