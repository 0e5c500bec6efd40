import * as z from 'zod/mini';
import type { Page } from '../contract/page.ts';
import { page as pageSchema } from '../contract/page.ts';
import type { SubmissionFeature } from '../contract/policy.ts';
import type { Owner, PageReader, Surroundings } from './surroundings.ts';

/** An owner as it is stored. */
export const ownerRecord = z.object({ baseUrl: z.string(), userId: z.string() });

/** The install in front of the caller; null when there is none, or what is read is no install. */
export async function readPage(read: PageReader): Promise<Page | null> {
  try {
    return pageSchema.parse(await read());
  } catch {
    return null;
  }
}

/** Whose writing belongs to that page. */
export function ownerOf(page: Page): Owner {
  return { baseUrl: page.baseUrl, userId: page.userId?.value ?? '' };
}

/** The owner of what is no CRM's: of what a browser asked for by itself, and of a person's own newsletter. */
export const NOBODY: Owner = { baseUrl: '', userId: '' };

/**
 * Whose draft and message it is that is written with that page in front; null where there is nobody. A newsletter is the
 * person's own and no CRM's: where the database is one person's, it is the same with whatever page in front.
 */
export function writerOf({ shared }: Surroundings, page: Page | null, feature: SubmissionFeature): Owner | null {
  if (feature === 'newsletter' && !shared) return NOBODY;
  return page && ownerOf(page);
}

/** A name for keys; different for different owners. */
export function ownerKey({ baseUrl, userId }: Owner): string {
  return JSON.stringify([baseUrl, userId]);
}

/** Whose reading marks and dismissals are meant, as a name for keys. */
export function readerKey(surroundings: Surroundings, page: Page | null): string {
  if (!surroundings.shared) return 'self';
  return page === null ? 'nobody' : ownerKey(ownerOf(page));
}

/**
 * Whether what that owner wrote may be shown to whoever has that page in front: to its writer, and where the database
 * is one person's, to that person away from any CRM; what is no CRM's, on any.
 */
export function mayRead(surroundings: Surroundings, page: Page | null, owner: Owner | null): boolean {
  if (page === null || owner?.baseUrl === '') return !surroundings.shared;
  return owner !== null && ownerKey(owner) === ownerKey(ownerOf(page));
}
