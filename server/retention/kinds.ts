/** How long the hub keeps a kind of record: what it is, and after how many days it is deleted unless set otherwise. */
export interface Retention {
  /** One phrase for people, as a subject. */
  readonly what: string;
  /** From when on the days count. */
  readonly since: string;
  readonly days: number;
}

/** Everything that the hub keeps for a time. Settings, sweep and documentation are made from this table. */
export const retention = {
  feedback: { what: 'Feedback', since: 'it came in', days: 730 },
  issues: { what: 'Issue reports', since: 'they came in', days: 730 },
  signUps: { what: 'Newsletter sign-ups that nobody confirmed', since: 'they came in', days: 7 },
  mails: { what: 'Records of which mail went to which subscriber', since: 'the mail was made', days: 30 },
  unsubscribeLinks: {
    what: 'Unsubscribe links of past mails, as hashes',
    since: 'the mail was sent',
    days: 730,
  },
  newsletters: { what: 'Past issues of the newsletter', since: 'they were made', days: 730 },
  withdrawn: {
    what: 'Ids of withdrawn messages, with a hash if they never came',
    since: 'they were withdrawn',
    days: 365,
  },
} as const satisfies Record<string, Retention>;

export type RetentionKind = keyof typeof retention;
const kinds = Object.keys(retention) as RetentionKind[];
/** Kind → days. */
export type RetentionDays = Readonly<Record<RetentionKind, number>>;

/** The variable by which the days of a kind are set: `KEEP_SIGN_UPS_DAYS`. */
export function variableOf(kind: RetentionKind): string {
  return `KEEP_${kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_DAYS`;
}

/** The days of every kind. */
export function daysOf(kind: (kind: RetentionKind) => number): RetentionDays {
  // Object.fromEntries forgets the keys that the table's type knows.
  return Object.fromEntries(kinds.map((name) => [name, kind(name)])) as RetentionDays;
}

export const defaultDays = daysOf((kind) => retention[kind].days);

/** The table for people, in Markdown, with its columns in line. */
export function retentionTable(days: RetentionDays): string {
  const rows = kinds.map((kind) => {
    const { what, since } = retention[kind];
    return [what, `${days[kind]} days after ${since}`, `\`${variableOf(kind)}\``];
  });
  const head = ['What', 'Deleted', 'Setting'];
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}
