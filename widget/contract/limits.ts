/** Sizes in characters unless a name says bytes; times in milliseconds. Widget and hub hold to the same numbers. */
export const limits = {
  text: 20_000,
  title: 200,
  email: 254,
  version: 40,
  os: 100,
  /** A part of the system: PHP, database, web server, browser, disk. */
  part: 100,
  industry: 60,
  name: 120,
  url: 2_048,
  /** A field of several lines: the installed extensions, failed requests, script errors. */
  listing: 60_000,
  /** Extensions that one install may declare. */
  extensions: 500,
  /** Features that one install may switch on. */
  features: 50,
  /** The largest picture, before it is written in Base64. */
  screenshotBytes: 1024 * 1024,
  /** The largest envelope the hub takes: of most features, and of an issue, which may hold a picture. */
  envelopeBytes: 128 * 1024,
  issueBytes: 2 * 1024 * 1024,
  /** The largest answer of a hub that is read to its end: the feed or the catalogue. */
  answerBytes: 2 * 1024 * 1024,
  /** A draft is stored this soon after a key at the latest. */
  draftDelay: 250,
  /** How long a receipt is listed. */
  receiptAge: 30 * 24 * 60 * 60 * 1000,
  /** The feed is not asked for more often, unless the person asks. */
  newsAge: 6 * 60 * 60 * 1000,
} as const;
