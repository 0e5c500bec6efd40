import { limits } from '../contract/limits.ts';
import type { InstalledExtension, Reading, Source, System } from '../contract/page.ts';
import type { Readings } from './adapter.ts';

/** More than 500 extensions with long names need; a longer declaration is not looked at. */
export const LONGEST_DECLARATION = 256 * 1024;

const VERSION = /^\d[\w.+-]*$/;
const LINE = /^[^\p{Cc}]+$/u;

/** What the CRM's owner or its Noticeboard module says of the install. */
export interface Declaration {
  readonly product: string | undefined;
  readonly readings: Readings;
}

/** Reads `<script type="application/json" id="noticeboard-install">`; undefined where the page has none of use. */
export function readDeclaration(document: Document): Declaration | undefined {
  const script = document.querySelector('script#noticeboard-install[type="application/json"]');
  return declarationIn(script?.textContent ?? '', 'declared');
}

/** Reads the text as `declarationOf` does; undefined when it is no JSON object, or too long. */
export function declarationIn(text: string, source: Source): Declaration | undefined {
  const install = objectIn(text);
  return install && declarationOf(install, source);
}

/**
 * Takes an object with any of product, version, company, os, industry, installKey, userId, language (strings),
 * administrator (boolean), features (a list of their names), extensions (a list of {name, label, version, enabled}, of which
 * only the name has to be there) and system ({php, database, webServer: strings, diskFree, diskTotal: bytes}). A member of the
 * wrong type or form is left out.
 */
export function declarationOf(install: Members, source: Source): Declaration {
  const declared = <T>(value: T | undefined): Reading<T> | undefined =>
    value === undefined ? undefined : { value, source };
  const line = (key: string, longest: number, form = LINE) => declared(textOf(install[key], longest, form));
  const key = textOf(install.installKey, 19, /^[1-9]\d*$/);
  const flag = install.administrator;
  return {
    product: textOf(install.product, limits.name, LINE),
    readings: {
      version: line('version', limits.version, VERSION),
      company: line('company', limits.name),
      os: line('os', limits.os),
      industry: line('industry', limits.industry),
      installKey: declared(key !== undefined && BigInt(key) < 2n ** 63n ? key : undefined),
      userId: line('userId', 40, /^\w+$/),
      language: line('language', 20, /^[A-Za-z_-]{2,}$/),
      administrator: declared(typeof flag === 'boolean' ? flag : undefined),
      extensions: declared(Array.isArray(install.extensions) ? extensionsIn(install.extensions) : undefined),
      system: declared(isObject(install.system) ? systemIn(install.system) : undefined),
      features: declared(Array.isArray(install.features) ? featuresIn(install.features) : undefined),
    },
  };
}

/** What was in a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** The JSON object that the text is; undefined when it is none, or too long. */
export function objectIn(text: string): Members | undefined {
  if (text.length > LONGEST_DECLARATION) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown, longest: number, form: RegExp): string | undefined {
  return typeof value === 'string' && value.length <= longest && form.test(value) ? value : undefined;
}

function systemIn({ php, database, webServer, diskFree, diskTotal }: Members): System {
  const part = (value: unknown) => textOf(value, limits.part, LINE);
  const size = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);
  const upTo = (end: RegExp, value: unknown) => part(typeof value === 'string' ? value.split(end)[0] : undefined);
  return {
    // `7.3.31-1~deb10u1`, `Apache/2.4.57 (Debian) OpenSSL/3.0.11`: the rest would say which system it is, switched off or not.
    php: upTo(/[-+~]/, php),
    database: part(database),
    webServer: upTo(/ /, webServer)?.replace('/', ' '),
    diskFree: size(diskFree),
    diskTotal: size(diskTotal),
  };
}

function featuresIn(list: readonly unknown[]): string[] {
  return list.slice(0, limits.features).flatMap((name) => textOf(name, limits.name, LINE) ?? []);
}

function extensionsIn(list: readonly unknown[]): InstalledExtension[] {
  return list.slice(0, limits.extensions).flatMap((item) => {
    const { name, label, version, enabled } = isObject(item) ? item : {};
    const known = textOf(name, limits.name, LINE);
    if (known === undefined) return [];
    return {
      name: known,
      label: textOf(label, limits.name, LINE),
      version: textOf(version, limits.version, VERSION),
      enabled: typeof enabled === 'boolean' ? enabled : undefined,
    };
  });
}
