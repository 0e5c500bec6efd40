/** A feed as it comes, and what has to be read from it. A text with markup is written as HTML again. */
export interface FeedCase {
  readonly what: string;
  readonly feed: string;
  readonly title?: string;
  readonly link?: string;
  /** Of the first item. */
  readonly item?: Partial<Record<'id' | 'title' | 'link' | 'summary' | 'content' | 'subtitle', string>>;
}

const rss = (item: string, more = '') =>
  `<rss version="2.0"><channel><title>T</title>${more}<item>${item}</item></channel></rss>`;
const atom = (entry: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${more}><title>T</title><entry>${entry}</entry></feed>`;

const formats: FeedCase[] = [
  {
    what: 'RSS 2.0',
    feed: rss(
      '<title>One</title><link>https://v.test/1</link><guid>https://v.test/id</guid><description>Short</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p&gt;Long&lt;/p&gt;</content:encoded>',
      '<link>https://v.test/</link>',
    ),
    title: 'T',
    link: 'https://v.test/',
    item: { id: 'https://v.test/id', title: 'One', link: 'https://v.test/1', summary: 'Short', content: '<p>Long</p>' },
  },
  {
    what: 'RSS 0.91 with its document type',
    feed: '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T &eacute;</title><item><title>One</title></item></channel></rss>',
    title: 'T é',
    item: { title: 'One' },
  },
  {
    what: 'RSS 1.0, its items beside the channel',
    feed: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://v.test/feed"><title>T</title></channel><item rdf:about="https://v.test/1"><d:title>One</d:title><d:description>Words</d:description></item></rdf:RDF>',
    title: 'T',
    item: { id: 'https://v.test/1', title: 'One', summary: 'Words' },
  },
  {
    what: 'Atom 1.0',
    feed: atom(
      '<id>tag:1</id><title type="text">a &lt;b&gt;</title><link rel="self" href="https://v.test/self"/><link href="https://v.test/1"/><summary type="html">&lt;b&gt;S&lt;/b&gt;</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>C</p></div></content>',
    ),
    item: { id: 'tag:1', title: 'a <b>', link: 'https://v.test/1', summary: '<b>S</b>', content: '<p>C</p>' },
  },
  {
    what: 'Atom 0.3 with base64',
    feed: '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">PGI+VDwvYj4=</title><tagline>x</tagline></feed>',
    title: '<b>T</b>',
  },
  {
    what: 'CDF',
    feed: '<CHANNEL HREF="https://v.test/"><TITLE>T</TITLE><ITEM HREF="https://v.test/1"><ABSTRACT>S</ABSTRACT></ITEM></CHANNEL>',
    title: 'T',
    link: 'https://v.test/',
    item: { link: 'https://v.test/1', summary: 'S' },
  },
  { what: 'A link in the guid', feed: rss('<guid>https://v.test/1</guid>'), item: { link: 'https://v.test/1' } },
  {
    what: 'A guid that is no link',
    feed: rss('<guid isPermaLink="false">https://v.test/1</guid>'),
    item: { link: '' },
  },
  { what: 'No id at all', feed: rss('<title>One</title><pubDate>Sat</pubDate>'), item: { id: 'One Sat' } },
  {
    what: 'Fields of a picture',
    feed: rss('<image><title>Not me</title></image><title>Me</title>'),
    item: { title: 'Me' },
  },
  {
    what: 'Media and podcast words',
    feed: '<rss xmlns:m="http://search.yahoo.com/mrss/" xmlns:I="http://www.itunes.com/DTDs/Podcast-1.0.dtd"><channel><item><m:group><m:title>M</m:title></m:group><I:Summary>S</I:Summary><I:subtitle>U</I:subtitle></item></channel></rss>',
    item: { title: 'M', summary: 'S', subtitle: 'U' },
  },
  {
    what: 'Nested bases',
    feed: atom(
      '<content type="html" xml:base="sub/">&lt;a href="x"&gt;l&lt;/a&gt;</content><link href="/1"/>',
      ' xml:base="https://v.test/dir/"',
    ),
    item: { content: '<a href="https://v.test/dir/sub/x">l</a>', link: 'https://v.test/1' },
  },
  {
    what: 'A base that is no web address',
    feed: atom('<summary type="html">&lt;a href="x"&gt;l&lt;/a&gt;</summary>', ' xml:base="javascript:alert(1)"'),
    item: { summary: '<a href="https://hub.test/x">l</a>' },
  },
];

const untyped: FeedCase[] = [
  {
    what: 'Atom without a type is plain',
    feed: atom('<title>&lt;b&gt;x&lt;/b&gt;</title>'),
    item: { title: '<b>x</b>' },
  },
  {
    what: 'RSS with tags is markup',
    feed: rss('<title>&lt;b&gt;x&lt;/b&gt; &amp;amp; y</title>'),
    item: { title: '<b>x</b> &amp; y' },
  },
  {
    what: 'RSS without tags is plain',
    feed: rss('<title>1 &lt; 2 &amp; &lt;3</title>'),
    item: { title: '1 < 2 & <3' },
  },
];

const repairs: FeedCase[] = [
  {
    what: 'Words before the declaration',
    feed: `\ufeff \nWarning: in line 3\n<?xml version="1.0"?>${rss('<title>One</title>')}`,
    item: { title: 'One' },
  },
  {
    what: 'A wrong encoding and version',
    feed: `<?xml version="7.3" encoding="bogus"?>${rss('<title>é</title>')}`,
    item: { title: 'é' },
  },
  { what: 'Control characters', feed: rss('<title>O\u0000n\u0008e\uffff</title>'), item: { title: 'One' } },
  { what: 'UTF-16 read as UTF-8', feed: [...rss('<title>One</title>')].join('\u0000'), item: { title: 'One' } },
  { what: 'Half a surrogate pair', feed: rss('<title>O\ud83dne</title>'), item: { title: 'One' } },
  {
    what: 'windows-1252 in disguise',
    feed: rss('<title>don\u0092t &#146; &#x93;</title>'),
    item: { title: 'don’t ’ “' },
  },
  { what: 'HTML entities', feed: rss('<title>&nbsp;a&hellip;&rarr;&Eacute;</title>'), item: { title: 'a…→É' } },
  {
    what: 'An entity that nobody knows',
    feed: rss('<title>x &nonsense; &#0;&#xFFFFFFF;y</title>'),
    item: { title: 'x &nonsense; y' },
  },
  {
    what: 'An entity of the feed’s own',
    feed: `<!DOCTYPE rss [<!ENTITY us "Acme">]>${rss('<title>&us;</title>')}`,
    item: { title: 'Acme' },
  },
  {
    what: 'Stray ampersands',
    feed: rss('<title>Q&A & more</title><link>https://v.test/?a=1&copy=2</link>'),
    item: { title: 'Q&A & more', link: 'https://v.test/?a=1&copy=2' },
  },
  { what: 'A stray less-than sign', feed: rss('<title>a < b</title>'), item: { title: 'a < b' } },
  {
    what: 'Prefixes that are not bound',
    feed: rss('<dc:title>One</dc:title><content:encoded>C</content:encoded>'),
    item: { title: 'One', content: 'C' },
  },
  {
    what: 'A prefix bound elsewhere',
    feed: rss('<a xmlns:q="urn:q"/><q:b q:c="1"/><title>One</title>'),
    item: { title: 'One' },
  },
  {
    what: 'Attributes without quotes, twice, or with bad names',
    feed: rss('<title a=1 a=2 1x="3" xmlns:y="" ="">One</title>'),
    item: { title: 'One' },
  },
  {
    what: 'End tags that are missing or crossed',
    feed: '<rss><channel><title>T<item><title>One</b></item></channel>',
    item: { title: 'One' },
  },
  {
    what: 'Names in capitals',
    feed: '<RSS><Channel><TITLE>T</TITLE><Item><Title>One</title></ITEM></Channel></RSS>',
    title: 'T',
    item: { title: 'One' },
  },
  { what: 'Two roots', feed: `<junk/>${rss('<title>One</title>')}<more>`, item: { title: 'One' } },
  { what: 'CDATA without an end', feed: '<rss><channel><item><title><![CDATA[One', item: { title: 'One' } },
  { what: 'A comment without an end', feed: '<rss><channel><title>T</title><!-- <item>', title: 'T' },
  {
    what: 'Markup that was not escaped',
    feed: rss('<description><p>One<br>two</p></description>'),
    item: { summary: '<p>One<br />two</p>' },
  },
  {
    what: 'Markup in CDATA',
    feed: rss('<description><![CDATA[<p>One<p>two &amp; three]]></description>'),
    item: { summary: '<p>One</p><p>two &amp; three</p>' },
  },
  { what: 'A plain text with an ampersand', feed: rss('<title>R&amp;D</title>'), item: { title: 'R&D' } },
  {
    what: 'An XML bomb',
    feed: `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss('<title>&a;&b;</title>')}`,
    item: { title: 'aaaa&b;' },
  },
];

export const cases: readonly FeedCase[] = [...formats, ...untyped, ...repairs];

/** Texts that are no feed. */
export const noFeeds: readonly string[] = [
  '',
  ' ',
  '{}',
  'null',
  '<!doctype html><title>Sign in</title><p>Hello',
  '<svg/>',
  '<',
  '\u0000',
  '&',
];

/** Pieces that, repeated, make a reader slow that looks at anything twice, or a tree deep. */
export const floods: readonly string[] = [
  '<b>',
  '<b a="1">x',
  '<p><b>x</p>',
  '<ul><li>x',
  '<table><tr><td>x',
  '</b>',
  '<a href="',
  "<a '",
  '<!--',
  '<script ',
  '<svg>',
  '<!doctype [',
  '<!entity a ',
  '&a',
  '&#65;',
  '<',
  '\u0080',
];
