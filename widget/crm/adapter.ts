import type { Page } from '../contract/page.ts';

/** What can be read of an install, each value with where it was read. A value that is not there is unknown. */
export type Readings = Omit<Page, 'baseUrl' | 'product' | 'hasVtigerModule'>;
export type Fact = keyof Readings;

export const facts = [
  'version',
  'company',
  'os',
  'industry',
  'installKey',
  'uid',
  'extensions',
  'system',
  'administrator',
  'userId',
  'language',
  'module',
  'view',
  'features',
] as const satisfies readonly Fact[];

/** fact → how it is read; undefined when the page does not tell. A reader that throws loses its own value only. */
export type Readers = {
  readonly [F in Fact]?: (document: Document, url: URL) => Readings[F] | undefined;
};

/**
 * Knows one generation or fork of the CRM. It sees document and address alone: the page's own variables are out of reach
 * from where the extension looks.
 */
export interface Adapter {
  /** Names the generation or fork in tests and tables. */
  readonly name: string;
  /** What the person calls the CRM. */
  readonly product: string;
  /**
   * True only where it is certain: a page taken for the wrong CRM is worse than one not recognised. It is asked about pages
   * that are parsed to their end, under an address of `index.php` or a directory.
   */
  recognises(document: Document): boolean;
  readonly readers: Readers;
}
