import { Readable } from 'node:stream';

/** What of a mail is needed here: nodemailer's own tree has it. */
interface Text {
  createReadStream(): Readable;
}

/** Something to be done when all of a mail is sent but its end. */
export interface LastWord {
  /** Puts it into the mail, of which nodemailer reads the text once the mail server asks for it. */
  addTo(message: Text): void;
  /** Waits until it is no longer under way; whether it was done by the time of the call, so that the end may have been sent. */
  wasDone(): Promise<boolean>;
}

export function lastWord(beforeEnd: () => Promise<void>): LastWord {
  let underWay = Promise.resolve();
  let done = false;
  return {
    addTo: (message) => {
      const read = message.createReadStream.bind(message);
      message.createReadStream = () => Readable.from(withLastWord(read()));
    },
    wasDone: async () => {
      const before = done;
      await underWay.catch(() => {});
      return before;
    },
  };

  async function* withLastWord(text: Readable) {
    yield* text;
    underWay = beforeEnd();
    await underWay;
    done = true;
  }
}
