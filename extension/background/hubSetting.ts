import * as z from 'zod/mini';
import type { Database } from '../../widget/service/storage/database.ts';
import { readValue } from '../../widget/service/storage/value.ts';
import { loadManaged } from './managed.ts';

/** The hub's address that this build starts with; empty when it has none. */
declare const HUB_URL: string;

const NAME = 'extension.hub';

/** The hub's address: the organisation's, else the one that the person gave, else that of the build, else null. */
export async function loadHub(database: Database): Promise<string | null> {
  const { hub } = await loadManaged();
  if (hub !== undefined) return hub;
  const kept = await database.read((transaction) => readValue(transaction, NAME, z.string()));
  return kept ?? (HUB_URL.replace(/\/+$/, '') || null);
}

/** Keeps the address that the person gave. */
export async function keepHub(database: Database, hub: string): Promise<void> {
  await database.write((transaction) => transaction.put('values', hub, NAME));
}
