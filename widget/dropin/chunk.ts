import type { Call } from '../contract/calls.ts';
import type { Home } from '../ui/home.ts';

/** What `noticeboard-panel.js` hands over: shows the panel in an element, and returns the function that takes it away. */
export type ShowPanel = (content: HTMLElement, home: Omit<Home, 'later' | 'more'>) => () => void;

/** What the service has to know of the page that it is started in. */
export interface Start {
  /** The hub's address, as the script tag has it; empty where it has none: then the hub is where the script came from. */
  readonly hub: string;
  readonly onUnseenNews: (unseen: boolean) => void;
}

/** What `noticeboard-service.js` hands over: starts the service, which at once sends what waits; a second start is the first. */
export type StartService = (start: Start) => Call;
