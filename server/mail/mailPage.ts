import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

/** The HTML of a mail. Mail programs know few styles: what matters works without any. */
export async function mailPage(title: string, body: Html): Promise<string> {
  const page = await html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="max-width: 36rem; margin: 0 auto; padding: 16px; font: 16px/1.5 system-ui, sans-serif;">
${body}
</body>
</html>`;
  return page.toString();
}
