import type { Call } from '../contract/calls.ts';
import type { Page } from '../contract/page.ts';
import type { Trouble } from '../service/surroundings.ts';
import type { Home } from '../ui/home.ts';

/** What `noticeboard-panel.js` hands over: shows the panel in an element, and returns the function that takes it away. */
export type ShowPanel = (content: HTMLElement, home: Omit<Home, 'later' | 'more' | 'editor'>) => () => void;

/** What the service has to know of the page that it is started in. */
export interface Start {
  /** The hub's address, as the script tag has it; empty where it has none: then the hub is where the script came from. */
  readonly hub: string;
  readonly onUnseenNews: (unseen: boolean) => void;
}

/** What `noticeboard-service.js` hands over: starts the service, which at once sends what waits; a second start is the first. */
export type StartService = (start: Start) => Call;

/** What the vtiger module of an install answered. */
export interface OpenedModule {
  /** The hub's address as the administrator entered it; null where there is none. */
  readonly hub: string | null;
  /** The page with what the module says of the install first. */
  tell(page: Page): Page;
}

/**
 * What `noticeboard-module.js` hands over: asks the module of the install with that base URL. Rejects where it does not answer,
 * such as after a logout.
 */
export type OpenModule = (baseUrl: string) => Promise<OpenedModule>;

/** What `noticeboard-extensions.js` hands over: asks Module Manager once a session; an `Answer`, unparsed. */
export type ListExtensions = (page: Page) => Promise<unknown>;

/** What `noticeboard-trouble.js` hands over: what tells lines of what went wrong in the page, by its kind. */
export type ReadTrouble = Readonly<Record<Trouble, () => string[]>>;
