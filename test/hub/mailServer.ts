import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What no log may hold. */
export const MAIL_PASSWORD = 's3cret-of-the-mail-server';

/** A mail that a mail server took. */
export interface ReceivedMail extends Email {
  /** The address to which it was handed in, whatever its head says. */
  readonly recipient: string;
}

/** What becomes of a mail at the door; one is held before its text comes, or before it is answered. */
export type Fate =
  | 'taken'
  | 'refused'
  | 'later'
  | 'too long'
  | 'held'
  | 'taken, but the answer is held'
  | 'taken, but the answer is lost';

/** A real mail server on this machine, of the test's own. */
export interface MailServer {
  url: string;
  /** Everything it took, in order. */
  readonly mails: ReceivedMail[];
  /** Of the mails from now on. */
  fate: Fate;
  /** How many are held now. */
  held(): number;
  /** Lets those go that were held. */
  release(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const held: (() => void)[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => done(null, auth.password === MAIL_PASSWORD ? { user: 'hub' } : undefined),
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (self.fate === 'refused') done(Object.assign(new Error('No such user <here>'), { responseCode: 550 }));
      else if (self.fate === 'later') done(Object.assign(new Error('Come again'), { responseCode: 451 }));
      else if (self.fate === 'held') held.push(() => done());
      else done();
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] | null = await stream.toArray().catch(() => null);
      if (chunks === null) return; // Its sender went away before the end.
      const raw = Buffer.concat(chunks);
      const recipient = session.envelope.rcptTo[0]?.address ?? '';
      if (self.fate === 'too long') return done(Object.assign(new Error('Too long'), { responseCode: 552 }));
      self.mails.push({ ...(await PostalMime.parse(raw)), recipient });
      if (self.fate === 'taken, but the answer is held') await new Promise<void>((resolve) => held.push(resolve));
      if (self.fate === 'taken, but the answer is lost') {
        for (const connection of server.connections) Reflect.get(connection, '_socket').destroy();
      } else done();
    },
  });
  server.on('error', () => {}); // A client that was killed is no error of ours.
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const self: MailServer = {
    url: `smtp://hub:${MAIL_PASSWORD}@127.0.0.1:${port}`,
    mails: [],
    fate: 'taken',
    held: () => held.length,
    release: () => {
      for (const resume of held.splice(0)) resume();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return self;
}

/** The link in a mail that leads to the page. */
export function linkIn(mail: ReceivedMail | undefined, page: 'confirm' | 'unsubscribe'): string {
  const found = new RegExp(`/subscriptions/${page}\\?token=[\\w-]+`).exec(mail?.text ?? '');
  if (!found) throw new Error(`The mail has no link to ${page}: ${mail?.text}`);
  return found[0];
}
