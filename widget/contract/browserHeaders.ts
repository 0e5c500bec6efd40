/**
 * The headers that browsers add to a request by themselves: what they tell → their names; `*` stands for any ending. No program
 * can leave them out. PRIVACY.md is made from it, and no request in the browser tests may have another.
 */
export const browserHeaders = {
  'which browser and system it is': ['User-Agent', 'Sec-CH-UA*'],
  'which languages you prefer': ['Accept-Language'],
  'what it can take': ['Accept', 'Accept-Encoding', 'TE', 'Upgrade-Insecure-Requests'],
  'where the request goes, and how': ['Host', 'Connection', 'Priority', 'Alt-Used'],
  'of what kind it is': ['Sec-Fetch-*', 'Sec-Purpose', 'Origin'],
  'what the message is': ['Content-Type', 'Content-Length'],
  'whether such a message is allowed, asked before it': ['Access-Control-Request-*'],
  'which state it has already of what the hub publishes': ['If-None-Match', 'Cache-Control', 'Pragma'],
  'what you may have set in it for all sites: not to be tracked, to save data': ['DNT', 'Sec-GPC', 'Save-Data'],
} as const satisfies Record<string, readonly string[]>;

/** Those of the names, in whatever case, that the table does not have. */
export function unnamedHeaders(names: readonly string[]): string[] {
  const known = Object.values(browserHeaders)
    .flat()
    .map((name) => name.toLowerCase());
  const isKnown = (name: string) =>
    known.some((each) => (each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each));
  return [...new Set(names.map((name) => name.toLowerCase()))].filter((name) => !isKnown(name));
}
