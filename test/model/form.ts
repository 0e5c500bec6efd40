/** A form as it stands in a panel. */
export interface Form {
  text: string;
  /** The string that it shows; null while it shows none. */
  message: string | null;
  /** A question of it is not answered yet. */
  busy: boolean;
}

export const emptyForm = (): Form => ({ text: '', message: null, busy: false });
