/** What a request is made for: a feature, taking a message back, trying a hub's address, or a further news feed. */
export const purposes = ['news', 'extensions', 'feedback', 'issue', 'newsletter', 'withdrawal', 'hub', 'feed'] as const;
export type Purpose = (typeof purposes)[number];
