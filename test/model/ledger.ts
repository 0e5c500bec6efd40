/**
 * What the outbox owes for a text: `nothing` beyond that it is not sent twice · `a place`, because the person was told
 * that it is kept · `its form`, the same unless it stands in the form again, where it was to be put back.
 */
type Debt = 'nothing' | 'a place' | 'its form';

/** A text that somebody pressed Send for. */
export interface Entry {
  readonly text: string;
  debt: Debt;
  /** How often Send was pressed for it, and how often until it was last discarded or taken back. */
  presses: number;
  released: number;
}

/** What was promised to the person, as the person would remember it. */
export class Ledger {
  readonly entries = new Map<string, Entry>();
  /** Every string that was shown when Send was pressed. */
  readonly shown = new Set<string>();
  /** Ids of what the person was told is discarded, and the moment when. */
  readonly discarded = new Map<string, number>();
  /** Ids of what they asked to be withdrawn, and the moment when they were told that it is; null while they were not. */
  readonly withdrawn = new Map<string, number | null>();
  /** Ids of withdrawals that they gave up, after which nobody can know whether the hub has done them. */
  readonly givenUp = new Set<string>();

  pressed(text: string, message: string): Entry {
    const entry = this.entries.get(text) ?? { text, debt: 'nothing', presses: 0, released: 0 };
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

  /** Leaves it at the hub after all, if it is there. */
  giveUp(id: string): void {
    this.withdrawn.set(id, null);
    this.givenUp.add(id);
  }

  /** How often the form was written anew, in whatever panel. */
  changes = 0;

  /** The form is written anew: what was put back there is the person's own again. */
  formChanges(): void {
    this.changes += 1;
    for (const entry of this.entries.values()) if (entry.debt === 'its form') entry.debt = 'nothing';
  }
}
