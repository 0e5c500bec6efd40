/** The names under which the store `values` keeps what is an install's or a reader's; to forget an install deletes them. */

export const installKeyName = (baseUrl: string) => `installKey ${baseUrl}`;

/** With an empty hash, how the names of all uids begin. */
export const derivedKeyName = (baseUrl: string, uidHash: string) => `derivedKey ${baseUrl} ${uidHash}`;

export const catalogueName = (baseUrl: string) => `catalogue ${baseUrl}`;

export const enteredName = (baseUrl: string, reader: string) => `entered ${JSON.stringify([baseUrl, reader])}`;

export const dismissedName = (reader: string) => `dismissed ${reader}`;

export const newsSeenName = (reader: string) => `news seen ${reader}`;

export const newsReadName = (reader: string) => `news read ${reader}`;

export const settingName = (setting: string, reader: string) => `setting ${setting} ${reader}`;
