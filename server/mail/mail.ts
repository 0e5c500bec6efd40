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
 * What became of a try: `refused` this mail, for good · `later` this mail, for now; it may even have been taken, if the
 * connection broke before the answer · `unreachable` there is no mail server, or it lets us send nothing.
 */
export type Outcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'later' | 'unreachable'; readonly why: string };

export type SendMail = (mail: Mail) => Promise<Outcome>;
