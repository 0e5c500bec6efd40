import assert from 'node:assert/strict';
import { problem } from '../../widget/contract/routes.ts';

/** Asserts that the response is the contract's problem, fit for strangers; gives its sentence. */
export async function assertProblem(response: Response, status: number, code: string) {
  assert.equal(response.status, status);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
  const { error } = problem.parse(await response.json());
  assert.equal(error.code, code);
  assert.doesNotMatch(error.message, /\.ts|node_modules|\n/);
  return error.message;
}
