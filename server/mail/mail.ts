/** A mail as it is handed to a mail server. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every try: by it a receiver knows a mail that comes twice. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What became of a try: `sent` · `refused` this mail, for good · `later` this mail was not taken, for now · `unreachable` there
 * is no mail server, or it lets us send nothing · `unknown` it had all of this mail, and its answer was lost.
 */
export type Outcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'later' | 'unreachable' | 'unknown'; readonly why: string };

/**
 * Tries to send a mail. Before the mail server gets the end of it, without which it cannot take it, `beforeEnd` is done: where
 * that fails, the mail is not sent.
 */
export type SendMail = (mail: Mail, beforeEnd: () => Promise<void>) => Promise<Outcome>;
