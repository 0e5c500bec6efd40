/** In a feed, a category under this domain is a range of CRM versions that the item is about, such as 8.0.0-8.4.0. */
export const AFFECTS = 'https://noticeboard.example/affects';
