import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorLine, errorTrace } from './errorLine.ts';

test('the statement with what a person wrote stays out of the line', () => {
  const cause = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
  const error = new Error('Failed query: insert … params: my secret', { cause });
  assert.equal(errorLine(error), 'could not extend file: No space left on device (53100)');
});

test('a complaint about data is told by its code alone', () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "my secret"'), { code: '22P02' });
  assert.equal(errorLine(new Error('Failed query', { cause })), '22P02');
});

test('what is no error at all is no line of its own', () => {
  assert.equal(errorLine('my secret'), 'unknown error');
});

test('a trace says where, and nothing of the message', () => {
  const trace = errorTrace(new Error('Failed query\nparams: my secret'));
  assert.match(trace, /^ +at .*errorLine\.test\.ts/);
  assert.doesNotMatch(trace, /secret|Failed/);
});
