/**
 * What the outbox owes for a text: `nothing` beyond that it is not sent twice · `a place`, because the person was told
 * that it is kept · `its form`, the same unless it stands in the form again, where it was to be put back.
 */
type Debt = 'nothing' | 'a place' | 'its form';

/** A text that somebody pressed Send for. */
export interface Entry {
  readonly text: string;
  /** The id under which Send was pressed for it last. */
  id: string;
  /** The person was told that it is back in its form, and did not send it since. */
  inForm: boolean;
  debt: Debt;
  /** How often Send was pressed for it, and how often until it was last withdrawn or taken back. */
  presses: number;
  released: number;
}

/** The id in the string of a message. */
export function idOf(message: string): string {
  return (JSON.parse(message) as { id: string }).id;
}

/** What was promised to the person, as the person would remember it. */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** Every string that was shown when Send was pressed. */
  readonly shown = new Set<string>();
  /** Ids of what they asked to be withdrawn, and the moment when they were told that it is; null while they were not. */
  readonly withdrawn = new Map<string, number | null>();
  /**
   * Ids of withdrawals that they ever gave up, after which nobody can know whether the hub has done them, and the moment when
   * they were told so; null while they were not, and once they asked for the withdrawal again.
   */
  readonly left = new Map<string, number | null>();

  pressed(text: string, message: string): Entry {
    const id = idOf(message);
    const entry: Entry = this.entries.get(text) ?? {
      text,
      id,
      inForm: false,
      debt: 'nothing',
      presses: 0,
      released: 0,
    };
    entry.id = id;
    entry.inForm = false;
    this.entries.set(text, entry);
    this.shown.add(message);
    entry.presses += 1;
    return entry;
  }

  /** Whether it is in the hands of the outbox, as far as the person can know. */
  isSent(text: string): boolean {
    const entry = this.entries.get(text);
    return entry !== undefined && entry.presses > entry.released;
  }

  /** How often the form was written anew, in whatever panel. */
  changes = 0;

  /** The form is written anew: what was put back there is the person's own again. */
  formChanges(): void {
    this.changes += 1;
    for (const entry of this.entries.values()) if (entry.debt === 'its form') entry.debt = 'nothing';
  }
}
