import type { Settings } from '../../contract/settings.ts';
import { settings } from '../../contract/settings.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { settingName } from '../storage/valueNames.ts';
import type { Surroundings } from '../surroundings.ts';

/** What that reader has set, whatever their organisation says. */
export async function loadStored(transaction: Transaction, reader: string): Promise<Settings> {
  const { feed, switchedOff, lookForNews, side } = settings.shape;
  return {
    feed: (await readValue(transaction, settingName('feed', reader), feed)) ?? null,
    switchedOff: (await readValue(transaction, settingName('switchedOff', reader), switchedOff)) ?? [],
    lookForNews: (await readValue(transaction, settingName('lookForNews', reader), lookForNews)) ?? true,
    side: (await readValue(transaction, settingName('side', reader), side)) ?? null,
  };
}

/** Keeps what is given of it; a member that is undefined is not given. */
export async function saveStored(
  transaction: Transaction,
  reader: string,
  changes: { readonly [N in keyof Settings]?: Settings[N] | undefined },
): Promise<void> {
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined) await transaction.put('values', value, settingName(name, reader));
  }
}

/** What holds for that reader: what their organisation has set, else what they set themselves. */
export async function loadSettings({ database, managed }: Surroundings, reader: string): Promise<Settings> {
  const stored = await database.read((transaction) => loadStored(transaction, reader));
  return { ...stored, ...(await managed()) };
}
