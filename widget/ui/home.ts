import type { Call } from '../contract/calls.ts';
import type { Answer } from '../contract/failure.ts';
import type { DisclosingFeature } from '../contract/policy.ts';
import type { Editor } from './editor.ts';
import type { ViewName } from './frame/Views.tsx';
import type { Later } from './later.ts';
import type { More } from './more.ts';

/** What the interface needs from the home it is shown in. A missing function is a button that is not there. */
export interface Home {
  readonly call: Call;
  /** The part of the interface that is loaded when it is first needed. Rejects when it cannot be had. */
  readonly later: () => Promise<Later>;
  /** The part after that: what is needed now and then. Rejects when it cannot be had. */
  readonly more: () => Promise<More>;
  /** What edits a picture. Rejects when it cannot be had. */
  readonly editor: () => Promise<Editor>;
  /** `popup` and `tab` are the browser's own surfaces; `drawer` lies over the CRM. */
  readonly surface: 'popup' | 'tab' | 'drawer';
  /** Closes the drawer and gives the focus back to the launcher. */
  readonly close?: () => void;
  /**
   * Asks the browser for this one CRM's host, and shows the launcher there. To be called first thing in a click handler:
   * the browser insists on it. False when the person declined.
   */
  readonly showOnSite?: (baseUrl: string) => Promise<boolean>;
  /**
   * Puts the browser's own question for what that feature may send; at once true when it allowed it before. To be called
   * first thing in a click handler. False when the person declined.
   */
  readonly consent?: (feature: DisclosingFeature) => Promise<boolean>;
  /** Opens the same panel in a browser tab, at that feature. */
  readonly openInTab?: (feature: string) => void;
  /** The feature that is open at first; else the first one that there is. */
  readonly feature?: string;
  /** A picture of the page in front, as the data: address of a PNG. Rejects when the browser does not give it. */
  readonly capture?: () => Promise<string>;
  /** The view that it opens with. */
  readonly view?: ViewName;
  /** Where the settings have a tab of their own; some can only be changed there. */
  readonly settingsAddress?: string;
  /**
   * Asks the browser for the host of a news feed, adds it, and fetches it once. To be called first thing in a click handler.
   * `bad-address` when it is none; `not-allowed` when the person declined.
   */
  readonly addFeed?: (address: string) => Promise<Answer<object>>;
}
