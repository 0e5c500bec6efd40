/**
 * One line about an error for the operator. Only the innermost cause is told: the outer ones quote the statement with its
 * values, which are what a person wrote. For the same reason PostgreSQL's complaints about data (class 22) are told by
 * their code alone.
 */
export function errorLine(error: unknown): string {
  const cause = innermost(error);
  if (!(cause instanceof Error)) return 'unknown error';
  const code = codeOf(cause);
  if (isAboutData(error)) return code;
  return cause.message.includes(code) ? cause.message : `${cause.message} (${code})`;
}

/** Whether PostgreSQL complains about the data: the same data will fail again. */
export function isAboutData(error: unknown): boolean {
  const cause = innermost(error);
  return cause instanceof Error && /^22\w{3}$/.test(codeOf(cause));
}

function innermost(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  return cause instanceof AggregateError && cause.errors[0] instanceof Error ? cause.errors[0] : cause;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Where an error came from, line by line, without its message. */
export function errorTrace(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
}
