/** What a request to the hub is made for: a feature, taking a message back, or trying a hub's address. */
export const purposes = ['news', 'extensions', 'feedback', 'issue', 'newsletter', 'withdrawal', 'hub'] as const;
export type Purpose = (typeof purposes)[number];
