/**
 * One line about an error for the operator. Only the innermost cause is told: the outer ones quote the statement with its
 * values, which are what a person wrote. For the same reason PostgreSQL's complaints about data (class 22) are told by
 * their code alone.
 */
export function errorLine(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) cause = cause.errors[0];
  if (!(cause instanceof Error)) return 'unknown error';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  if (/^22\w{3}$/.test(code)) return code;
  return cause.message.includes(code) ? cause.message : `${cause.message} (${code})`;
}

/** Where an error came from, line by line, without its message. */
export function errorTrace(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
}
