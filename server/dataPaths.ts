import { fileURLToPath } from 'node:url';

/** The files that the vendor edits. */
export const newsPath = fileURLToPath(new URL('data/news.json', import.meta.url));
export const cataloguePath = fileURLToPath(new URL('data/catalogue.json', import.meta.url));
