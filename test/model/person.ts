import type { CallName, WaitingMessage } from '../../widget/contract/calls.ts';
import type { Home, View } from './home.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Stage } from './stage.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

const feature = 'feedback';

/** A form as it stands in a panel. */
interface Form {
  text: string;
  /** The string that it shows; null while it shows none. */
  message: string | null;
  /** A question of it is not answered yet. */
  busy: boolean;
}

/** What is listed of a message, wherever it stands. */
type Listed = Pick<WaitingMessage, 'id' | 'excerpt'>;

const emptyForm = (): Form => ({ text: '', message: null, busy: false });

/**
 * Somebody with two panels open, who does what the interface lets them do, and remembers what they were told. There is one
 * stored form, so they go on with one text at a time: what was written over in another panel they write anew.
 */
export class Person {
  private readonly forms: readonly [Form, Form] = [emptyForm(), emptyForm()];
  private readonly home: Home;
  private readonly ledger: Ledger;
  private readonly world: World;
  private readonly tally: Tally;
  /** Who withdraws a message does nothing else about it until they have the answer, and the other way round. */
  private readonly asking = new Set<`${CallName} ${string}`>();
  private written = 0;

  constructor(home: Home, ledger: Ledger, { world, tally }: Stage) {
    this.home = home;
    this.ledger = ledger;
    this.world = world;
    this.tally = tally;
  }

  /** Writes another text than any before. */
  write(view: View): void {
    this.written += 1;
    this.prepare(view, `Text ${this.written}.`);
  }

  /** Has the form shown again as it stands, unless what stands there was sent. */
  show(view: View): void {
    const { text } = this.forms[view];
    if (text === '' || this.ledger.isSent(text)) this.write(view);
    else this.prepare(view, text);
  }

  send(view: View): void {
    const form = this.forms[view];
    const { text, message } = form;
    if (form.busy || message === null) return;
    const entry = this.ledger.pressed(text, message);
    const press = entry.presses;
    const { changes } = this.ledger;
    form.busy = true;
    void this.home.ask(view, 'send', { feature, message }).then((answer) => {
      form.busy = false;
      if (answer.ok) {
        this.tally.count('accepted');
        if (press > entry.released) entry.debt = 'a place';
        Object.assign(form, emptyForm());
      } else if (press <= entry.released) {
        // It was discarded or taken back elsewhere meanwhile: here it is not sent again.
        Object.assign(form, emptyForm());
      } else if (answer.failure === 'changed') {
        // As the interface does.
        if (changes === this.ledger.changes) this.prepare(view, text);
        else this.write(view);
      }
    });
  }

  /** Presses Send in two panels that show the same. */
  sendFromBoth(view: View): void {
    const { busy, message } = this.forms[view];
    if (busy || message === null) return;
    this.send(view);
    void this.home.ask(view === 0 ? 1 : 0, 'send', { feature, message });
  }

  edit(view: View, { id, excerpt }: Listed): void {
    const form = this.forms[view];
    const entry = this.ledger.entries.get(excerpt);
    if (form.busy || entry === undefined || entry.debt === 'its form' || this.asking.has(`withdraw ${id}`)) return;
    const before = entry.debt;
    // Between two pages there is no order: what is stored for the form in the other one may come last.
    const inOrder = this.home.isOne || !this.forms.some(({ busy }) => busy);
    this.letGo(entry);
    if (before === 'a place' && inOrder) entry.debt = 'its form';
    const { changes } = this.ledger;
    form.busy = true;
    this.asking.add(`edit ${id}`);
    void this.home.ask(view, 'edit', { id }).then((answer) => {
      form.busy = false;
      this.asking.delete(`edit ${id}`);
      if (answer.ok) this.tally.count('taken back');
      if (answer.ok)
        Object.assign(form, changes === this.ledger.changes ? { text: excerpt, message: null } : emptyForm());
      // Without an answer it may have been put back, or not.
      else if (answer.failure !== 'internal' && entry.debt === 'its form') entry.debt = before;
    });
  }

  discard(view: View, { id, excerpt }: Listed): void {
    const entry = this.ledger.entries.get(excerpt);
    if (entry === undefined || this.asking.has(`withdraw ${id}`)) return;
    this.letGo(entry);
    this.asking.add(`discard ${id}`);
    if (this.ledger.withdrawn.has(id)) this.ledger.giveUp(id);
    void this.home.ask(view, 'discard', { id }).then((answer) => {
      this.asking.delete(`discard ${id}`);
      if (!answer.ok) return;
      this.tally.count('discarded');
      this.ledger.discarded.set(id, this.world.elapsed);
    });
  }

  withdraw(view: View, { id, excerpt }: Listed): void {
    const { entries, withdrawn, discarded } = this.ledger;
    const entry = entries.get(excerpt);
    const calls = ['edit', 'discard', 'withdraw'] as const;
    if (entry === undefined || calls.some((call) => this.asking.has(`${call} ${id}`))) return;
    this.letGo(entry);
    this.asking.add(`withdraw ${id}`);
    withdrawn.set(id, null);
    discarded.delete(id);
    void this.home.ask(view, 'withdraw', { id }).then((answer) => {
      this.asking.delete(`withdraw ${id}`);
      if (!answer.ok) return;
      this.tally.count(answer.value.left ? 'withdrawn from the hub' : 'withdrawn before it left');
      withdrawn.set(id, this.world.elapsed);
    });
  }

  /** Opens the outbox. */
  look(view: View): void {
    void this.home.ask(view, 'outbox', {});
  }

  tryNow(view: View): void {
    void this.home.ask(view, 'retry', {});
  }

  /** Closes a panel without a word, and opens it again. */
  reopen(view: View): void {
    const form = this.forms[view];
    if (form.busy) return;
    const { changes } = this.ledger;
    form.busy = true;
    void this.home.ask(view, 'draft', { feature }).then((answer) => {
      form.busy = false;
      const text = (answer.ok && answer.value.typed.text) || '';
      const isElsewhere = this.forms.some((other) => other.text === text);
      if (isElsewhere || changes !== this.ledger.changes) this.write(view);
      else Object.assign(form, { text, message: null });
    });
  }

  private prepare(view: View, text: string): void {
    const form = this.forms[view];
    if (form.busy) return;
    for (const other of this.forms) if (other.text !== text && !other.busy) Object.assign(other, emptyForm());
    Object.assign(form, { text, message: null, busy: true });
    this.ledger.formChanges();
    void this.home.ask(view, 'prepare', { feature, typed: { text }, switched: [] }).then((answer) => {
      form.busy = false;
      if (answer.ok) form.message = answer.value.message;
    });
  }

  private letGo(entry: Entry): void {
    entry.debt = 'nothing';
    entry.released = entry.presses;
    for (const form of this.forms) if (form.text === entry.text && !form.busy) Object.assign(form, emptyForm());
  }
}
