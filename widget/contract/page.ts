import * as z from 'zod/mini';
import { fieldSchemas } from './fields.ts';
import { limits } from './limits.ts';
import { orElse } from './orElse.ts';

/** Where a value was read. The preview names it beside the value. */
export const source = z.enum([
  'typed',
  'module',
  'declared',
  'footer',
  'asset',
  'menu',
  'body',
  'script',
  'url',
  'moduleManager',
  'derived',
  'random',
  'entered',
  'managed',
  'browser',
  'seen',
]);
export type Source = z.infer<typeof source>;

/** A value with where it was read. */
export interface Reading<T> {
  readonly value: T;
  readonly source: Source;
}

// A value that does not fit is as good as not read; it must not cost the others.
function reading<T extends z.ZodMiniType>(value: T) {
  return z.optional(orElse(z.object({ value, source }), undefined));
}

const name = z.string().check(z.minLength(1), z.maxLength(limits.name));

/** An extension that is installed in the CRM: its vtlib module name, label, version and whether it is switched on. */
export const installedExtension = z.object({
  name,
  label: z.optional(orElse(name, undefined)),
  version: z.optional(orElse(fieldSchemas.version, undefined)),
  enabled: z.optional(orElse(z.boolean(), undefined)),
});
export type InstalledExtension = z.infer<typeof installedExtension>;

export const installedExtensions = z.array(installedExtension).check(z.maxLength(limits.extensions));

/** Why the installed extensions could not be read, each of them a failure of the CRM's and none of the hub's. */
export const unreadReason = z.enum(['not-administrator', 'no-crm', 'offline', 'timeout', 'busy', 'too-large']);
export type UnreadReason = z.infer<typeof unreadReason>;

/** The server that an install runs on, as its vtiger module tells; sizes of the disk in bytes. */
export const system = z.object({
  php: z.optional(orElse(fieldSchemas.php, undefined)),
  database: z.optional(orElse(fieldSchemas.database, undefined)),
  webServer: z.optional(orElse(fieldSchemas.webServer, undefined)),
  diskFree: z.optional(orElse(z.number(), undefined)),
  diskTotal: z.optional(orElse(z.number(), undefined)),
});
export type System = z.infer<typeof system>;

/** The address of an install: origin and the directory of index.php, with a slash at the end. */
export const baseUrl = z.string().check(z.maxLength(limits.url), z.regex(/^https?:\/\/[^\s?#]+\/$/));

/** What a page says of its install. It comes from a page, so it is parsed as hostile. */
export const page = z.object({
  baseUrl,
  /** The name of the CRM, such as `vtiger`, as it stands in the header of the panel. */
  product: name,
  version: reading(fieldSchemas.version),
  company: reading(name),
  os: reading(fieldSchemas.os),
  industry: reading(fieldSchemas.industry),
  installKey: reading(fieldSchemas.installKey),
  /**
   * vtiger's own id of the install, 32 hexadecimal digits. Never sent: it opens one of vtiger's doors. The install key is
   * derived from it in the background.
   */
  uid: reading(z.string().check(z.regex(/^[\da-f]{32}$/i))),
  extensions: reading(installedExtensions),
  system: reading(system),
  administrator: reading(z.boolean()),
  /** Never sent: it keeps two users of one browser apart. */
  userId: reading(z.string().check(z.regex(/^\w{1,40}$/))),
  language: reading(z.string().check(z.regex(/^[A-Za-z_-]{2,20}$/))),
  module: reading(name),
  view: reading(name),
  /** The features that are switched on for everybody here. Names that this release does not know may be among them. */
  features: reading(z.array(name).check(z.maxLength(limits.features))),
  /** The page bears the script of Noticeboard's vtiger module, which can then be asked. */
  hasVtigerModule: z.optional(orElse(z.boolean(), undefined)),
});
export type Page = z.infer<typeof page>;
