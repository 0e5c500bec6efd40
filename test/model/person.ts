import type { WaitingMessage } from '../../widget/contract/calls.ts';
import type { Form } from './form.ts';
import { emptyForm } from './form.ts';
import type { Home, View } from './home.ts';
import type { Entry, Ledger } from './ledger.ts';
import { idOf } from './ledger.ts';
import type { Stage } from './stage.ts';

const feature = 'feedback';

/**
 * Somebody with two panels open, who does what the interface lets them do, and remembers what they were told. There is one
 * stored form, so they go on with one text at a time: what was written over in another panel they write anew.
 */
export class Person {
  private readonly forms: readonly [Form, Form] = [emptyForm(), emptyForm()];
  private readonly home: Home;
  private readonly ledger: Ledger;
  private readonly stage: Stage;
  /** Ids of messages about which a question is not answered yet: nothing else is done about them until then. */
  private readonly asking = new Set<string>();
  private written = 0;

  constructor(home: Home, ledger: Ledger, stage: Stage) {
    this.home = home;
    this.ledger = ledger;
    this.stage = stage;
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
    if (form.busy || message === null || this.asking.has(idOf(message))) return;
    const entry = this.ledger.pressed(text, message);
    const press = entry.presses;
    const { changes } = this.ledger;
    form.busy = true;
    void this.home.ask(view, 'send', { feature, message }).then((answer) => {
      form.busy = false;
      if (answer.ok) {
        this.stage.tally.count('accepted');
        if (press > entry.released) entry.debt = 'a place';
        // Were it withdrawn, it would not have been taken: the question without an answer came to nothing.
        if (this.ledger.withdrawn.get(answer.value.id) === null) this.ledger.withdrawn.delete(answer.value.id);
        Object.assign(form, emptyForm());
      } else if (press <= entry.released) {
        // It was withdrawn or taken back elsewhere meanwhile: here it is not sent again.
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

  edit(view: View, { id, excerpt, failure }: WaitingMessage): void {
    const form = this.forms[view];
    const { entries, withdrawn } = this.ledger;
    const entry = entries.get(excerpt);
    if (form.busy || entry === undefined || entry.debt === 'its form' || this.asking.has(id)) return;
    const isOwed = entry.debt === 'a place';
    // Between two pages there is no order: what is stored for the form in the other one may come last.
    const inOrder = this.home.isOne || !this.forms.some(({ busy }) => busy);
    const undo = this.letGo(entry);
    if (isOwed && inOrder) entry.debt = 'its form';
    // The hub has other words under that id: these are to be withdrawn.
    const withdraws = failure === 'conflict';
    if (withdraws) withdrawn.set(id, null);
    const { changes } = this.ledger;
    form.busy = true;
    this.asking.add(id);
    void this.home.ask(view, 'edit', { id }).then((answer) => {
      form.busy = false;
      this.asking.delete(id);
      if (answer.ok) {
        this.stage.tally.count(withdraws ? 'taken back, its earlier form withdrawn' : 'taken back');
        entry.inForm = true;
        if (withdraws) withdrawn.set(id, this.stage.world.elapsed);
        Object.assign(form, changes === this.ledger.changes ? { text: excerpt, message: null } : emptyForm());
      } else if (answer.failure !== 'internal') {
        // Without an answer it may have been put back, or not.
        undo();
        if (withdraws) withdrawn.delete(id);
      }
    });
  }

  /** Withdraws, or deletes, what was sent off under that id: as it is listed, or as the log has it. */
  withdraw(view: View, id: string): void {
    const { entries, withdrawn, left } = this.ledger;
    if (this.asking.has(id)) return;
    const { hub, defects, world } = this.stage;
    const before = withdrawn.get(id);
    // What went back into its form, or was sent anew from there, the person still has.
    const sent = [...entries.values()].filter((entry) => entry.id === id && !entry.inForm);
    const undo = sent.map((entry) => this.letGo(entry));
    withdrawn.set(id, null);
    if (left.has(id)) left.set(id, null);
    this.asking.add(id);
    void this.home.ask(view, 'withdraw', { id }).then((answer) => {
      this.asking.delete(id);
      if (answer.ok) {
        this.stage.tally.count(answer.value.left ? 'withdrawn from the hub' : 'withdrawn before it left');
        withdrawn.set(id, world.elapsed);
      } else if (answer.failure !== 'internal') {
        if (answer.failure === 'gone' && hub.rows.has(id)) defects.push(`at the hub, and not to be withdrawn: ${id}`);
        for (const each of undo) each();
        if (before === undefined) withdrawn.delete(id);
        else withdrawn.set(id, before);
      }
    });
  }

  /** Gives up a withdrawal. */
  leave(view: View, id: string): void {
    const { withdrawn, left } = this.ledger;
    if (this.asking.has(id)) return;
    const before = withdrawn.get(id);
    withdrawn.set(id, null);
    left.set(id, null);
    this.asking.add(id);
    void this.home.ask(view, 'leave', { id }).then((answer) => {
      this.asking.delete(id);
      if (answer.ok) {
        this.stage.tally.count('withdrawal given up');
        left.set(id, this.stage.world.elapsed);
      } else if (answer.failure !== 'internal' && before !== undefined) withdrawn.set(id, before);
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

  /** Nobody owes the person this text any more. Returns what takes that back. */
  private letGo(entry: Entry): () => void {
    const { debt, released } = entry;
    entry.debt = 'nothing';
    entry.released = entry.presses;
    const { presses } = entry;
    for (const form of this.forms) if (form.text === entry.text && !form.busy) Object.assign(form, emptyForm());
    return () => {
      if (entry.presses === presses) Object.assign(entry, { debt, released });
    };
  }
}
