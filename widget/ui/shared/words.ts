const rules = new Intl.PluralRules('en');

/** The form that goes with a count. */
export function plural(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

/** Small numbers as words. */
export function spelled(count: number): string {
  return ['no', 'one', 'two', 'three'][count] ?? String(count);
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
