import { texts } from '../texts.ts';

/** The language of the texts, in the person's own regional form: dates and numbers as they are used to them. */
export const locale: string =
  navigator.languages.find((language) => language.split('-')[0] === texts.language) ?? texts.language;

/** `09:42`. Times are milliseconds since 1970. */
export function clock(time: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(time);
}

/** `21 Nov`; with the year where it is not this one. */
export function day(time: number): string {
  const sameYear = new Date(time).getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(time);
}

/** `today, 09:42`, `yesterday, 16:02`, `21 Nov, 16:02`. */
export function moment(time: number): string {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const daysAgo = Math.round((midnight - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
  const name =
    daysAgo === 0 || daysAgo === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day')
      : day(time);
  return `${name}, ${clock(time)}`;
}

/** `262 bytes`, `216 kB`. */
export function fileSize(bytes: number): string {
  const small = bytes < 10_000;
  const unit = { style: 'unit', unit: small ? 'byte' : 'kilobyte', unitDisplay: small ? 'long' : 'short' } as const;
  return Math.round(small ? bytes : bytes / 1000).toLocaleString(locale, unit);
}
