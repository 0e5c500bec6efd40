import type { Answer } from '../contract/failure.ts';
import type { Page } from '../contract/page.ts';
import type { Purpose } from '../contract/purpose.ts';
import type { Managed } from './settings/managed.ts';
import type { Database } from './storage/database.ts';

/** A request to the hub, complete: nothing is added to it on its way but what every browser adds. */
export interface HubRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** JSON; only with POST. */
  readonly body?: string;
  /** Milliseconds until it is given up. */
  readonly timeout: number;
}

/** What came back, whatever its status. */
export interface HubReply {
  readonly status: number;
  /** Milliseconds that the hub asks to wait; null when it did not say. */
  readonly retryAfter: number | null;
  /** The body, at most `limits.answerBytes` long. */
  readonly text: string;
}

/**
 * Carries a request out of the browser without cookie, referrer or a telling origin. Never throws: `offline`,
 * `timeout`, `too-large` (the answer did not end within the limit) or `not-a-hub` (it redirects).
 */
export type Transport = (request: HubRequest) => Promise<Answer<HubReply>>;

/** Why a request is made, for the log alone: nothing of it leaves the browser. */
export interface Occasion {
  readonly purpose: Purpose;
  /** Who is told of it; null when nobody asked, as when the browser looks for news by itself. */
  readonly owner: Owner | null;
  /** The message that it carries or takes back; null when it is about none. */
  readonly message: string | null;
}

/** A `Transport` that notes every request in the log. */
export type LoggedTransport = (request: HubRequest, occasion: Occasion) => Promise<Answer<HubReply>>;

/** Which CRM, and which of its users: what is written by one is not shown to another. */
export interface Owner {
  readonly baseUrl: string;
  /** Empty when the page does not say. */
  readonly userId: string;
}

/** Whether a CRM shows a launcher; `always` where a script tag put it there. */
export type LauncherState = 'unasked' | 'toolbar' | 'shown' | 'always';

/** A CRM as it is listed for the person. */
export interface SiteSummary {
  readonly baseUrl: string;
  readonly product: string;
  readonly version: string | null;
  readonly company: string | null;
}

/** The CRMs with a launcher. The browser extension keeps a list; the drop-in knows the one that it stands on. */
export interface Sites {
  list(): Promise<readonly SiteSummary[]>;
  launcher(baseUrl: string): Promise<LauncherState>;
  /** Remembers the choice, and makes it so where no organisation has chosen. */
  choose(site: SiteSummary, launcher: 'toolbar' | 'shown'): Promise<void>;
}

/** Time and chance, so that both can be played. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** What the service needs from the home it lives in, beside the page. */
export interface Surroundings {
  /** `openDatabase()`: the one of this extension, or of this CRM's origin. */
  readonly database: Database;
  /** `systemClock`, but in tests. */
  readonly clock: Clock;
  /** `logged(…)`, so that nothing leaves without a note of it. */
  readonly transport: LoggedTransport;
  /** What the browser calls itself. */
  readonly userAgent: string;
  readonly sites: Sites;
  /**
   * False where the database is one person's (a browser profile): with no CRM in front, all that is theirs is shown.
   * True where its users share it (a CRM's origin): reading marks and dismissals are kept for each, and with no CRM in
   * front nothing of anybody is shown.
   */
  readonly shared: boolean;
  /** The hub's address without a slash at the end; null when none is set. */
  hub(): Promise<string | null>;
  /** Keeps the person's choice; an organisation's goes before it. Null where it is no choice of theirs. */
  readonly keepHub: ((hub: string) => Promise<void>) | null;
  /** What an organisation has set, and nobody changes here. */
  managed(): Promise<Managed>;
  /** Told after every change of settings: what they rule outside of the service is made so. */
  followSettings(): Promise<void>;
  /**
   * Has `resume` called at that time (milliseconds since 1970), though the service may have been stopped meanwhile.
   * A later call replaces an earlier one.
   */
  wakeAt(time: number): Promise<void>;
  /** Keeps the service from being stopped until the work is done. */
  keepAwake<T>(work: Promise<T>): Promise<T>;
  /** Told after every change of whether the news changed since they were last looked at. */
  showUnseenNews(unseen: boolean): Promise<void>;
  /**
   * Told whether anything waits in the outbox, before the first is stored and after the last has left. Called in the
   * midst of a database transaction, so that several tabs cannot contradict each other: it must not wait for anything.
   */
  noteWaiting(waiting: boolean): void;
}

/**
 * Reads the install from the page in front of the caller; null where it is no CRM, or cannot be read. The service
 * parses what it returns with the contract's `page` before it believes a word of it.
 */
export type PageReader = () => Promise<unknown>;

/** What the home can learn of the CRM in front of the caller. */
export interface CrmReader {
  readonly page: PageReader;
  /**
   * Asks Module Manager which extensions are installed, once a session: for a feature that uses the list, and no sooner.
   * An `Answer` of `InstalledExtension[]` that the service parses before it believes a word of it. Rejects where the page
   * cannot be reached any more.
   */
  extensions(page: Page): Promise<unknown>;
  /**
   * What went wrong in the page, oldest first: a list of lines that the service parses as hostile. Script errors are collected
   * from the first time that they are asked for, in the page's memory. Rejects where the page cannot be reached any more.
   */
  trouble(trouble: Trouble): Promise<unknown>;
}

export type Trouble = 'failedRequests' | 'scriptErrors';
