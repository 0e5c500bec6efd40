import { fieldSchemas } from '../../contract/fields.ts';
import type { Page, Reading } from '../../contract/page.ts';
import type { Database } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { derivedKeyName } from '../storage/valueNames.ts';
import { hasDraft } from './draft.ts';
import { sha256 } from './sha256.ts';

/** The same for every install and for good: another one would give every install another key. */
const SALT = 'noticeboard install key v1';
/** vtiger's uid is little more than the hash of a point in time: these make it dear to guess it from the key. */
const ROUNDS = 600_000;

/** Derivations under way, by the name under which they will be kept: while one runs, the form asks for more. */
const running = new Map<string, Promise<string>>();

/**
 * The install key that follows from vtiger's uid, which itself goes nowhere: computed once for each base URL and uid, and
 * kept, unless the draft that it is for is gone by then, because its install was forgotten. Undefined where the page prints no
 * uid, or lies on plain HTTP with the service in it, where no browser derives keys.
 */
export async function derivedKey(database: Database, page: Page, draft: string): Promise<Reading<string> | undefined> {
  const uid = page.uid?.value.toLowerCase();
  const { subtle }: Partial<Crypto> = crypto;
  if (uid === undefined || subtle === undefined) return undefined;
  const name = derivedKeyName(page.baseUrl, sha256(uid));
  const kept = await database.read((transaction) => readValue(transaction, name, fieldSchemas.installKey));
  if (kept !== undefined) return { value: kept, source: 'derived' };
  const derivation = running.get(name) ?? derive(subtle, uid);
  running.set(name, derivation);
  try {
    const value = await derivation;
    await database.write(async (transaction) => {
      if (await hasDraft(transaction, draft)) await transaction.put('values', value, name);
    });
    return { value, source: 'derived' };
  } finally {
    running.delete(name);
  }
}

/** PBKDF2 with SHA-256, of which the first 64 bits, big-endian, lose their last one; never 0. */
async function derive(subtle: SubtleCrypto, uid: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const secret = await subtle.importKey('raw', bytes(uid), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(SALT), iterations: ROUNDS };
  const bits = new DataView(await subtle.deriveBits(parameters, secret, 64)).getBigUint64(0) >> 1n;
  return String(bits || 1n);
}
