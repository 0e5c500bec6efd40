const FEED = /<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i;
const WEB_PAGE = /<(?:!doctype\s+)?html[\s>]/i;

/**
 * Whether a text may replace the stored news: a coarse look for the root element of RSS or Atom, so that the page of a
 * captive portal does not. Whether it can be read is the reader's affair.
 */
export function looksLikeFeed(text: string): boolean {
  const feed = text.search(FEED);
  const webPage = text.search(WEB_PAGE);
  return feed >= 0 && (webPage < 0 || feed < webPage);
}
