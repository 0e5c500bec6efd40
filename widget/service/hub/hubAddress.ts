import type { Answer } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The address of a hub as it is kept: no slash at the end, no query, no fragment; https: is added when there is no
 * scheme. `bad-address` unless it is https:, or http: on this computer, and free of user name and password.
 */
export function hubAddress(typed: string): Answer<string> {
  const address = typed.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  } catch {
    return failure('bad-address');
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!secure || url.username !== '' || url.password !== '') return failure('bad-address');
  return success(url.origin + url.pathname.replace(/\/+$/, ''));
}
