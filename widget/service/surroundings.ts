import type { Answer } from '../contract/failure.ts';
import type { Page } from '../contract/page.ts';

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
 * Carries a request out of the browser without cookie, referrer or a telling origin. Never throws: `offline`, `timeout`,
 * `too-large` (the answer did not end within the limit) or `not-a-hub` (it redirects).
 */
export type Transport = (request: HubRequest) => Promise<Answer<HubReply>>;

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
  /** Remembers the choice, and makes it so. */
  choose(site: SiteSummary, launcher: 'toolbar' | 'shown'): Promise<void>;
}

/** What the service needs from the home it lives in, beside the page. */
export interface Surroundings {
  readonly transport: Transport;
  readonly sites: Sites;
  /** The hub's address without a slash at the end; null when none is set. */
  hub(): Promise<string | null>;
  keepHub(hub: string): Promise<void>;
  /**
   * Whose reading marks and dismissals are kept: a browser profile is one person (the empty string), a CRM's origin is
   * shared by its users (their id).
   */
  reader(page: Page | null): string;
  /** Calls the outbox again at that time (milliseconds since 1970), though the service may have been stopped meanwhile. */
  wakeAt(time: number): Promise<void>;
  /** Keeps the service from being stopped until the work is done. */
  keepAwake<T>(work: Promise<T>): Promise<T>;
  /** Told after every change of whether the news changed since they were last looked at. */
  showUnseenNews(unseen: boolean): Promise<void>;
  /** Told whether anything waits in the outbox, before the first is stored and after the last is delivered. */
  noteWaiting(waiting: boolean): void;
}

/** Reads the install from the page in front of the caller; null where it is no CRM, or cannot be read. */
export type PageReader = () => Promise<Page | null>;
