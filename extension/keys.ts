/**
 * What background and content scripts tell each other, by key of `storage.local`. A key has one writer. Content scripts
 * can read all of it, so nothing personal is in it.
 */
export const keys = {
  /** `string[]`, by the background: base URLs of the CRMs with a launcher. */
  shown: 'shown',
  /** `boolean`, by the background: the news changed since they were last looked at. */
  dot: 'dot',
  /** `'start' | 'end' | null`, by the background: the side of every launcher; null: where each was moved to. */
  side: 'side',
  /** base URL → `Place`, by content scripts, removed by the background: where the person moved the launcher to. */
  places: 'places',
  /** `string`, by content scripts, removed by the background: base URL of the CRM whose launcher the person hid. */
  hide: 'hide',
} as const;
