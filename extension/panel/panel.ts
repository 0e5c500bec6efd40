import { mountPanel } from '../../widget/ui/mount.tsx';
import { findHome } from './home.ts';

let takeAway: (() => void) | undefined;

// The CRM itself may frame the panel, and nobody within it: what lies in the CRM's page could be anybody's.
if (parent === top) {
  addEventListener('pageshow', () => {
    takeAway = mountPanel(document.body, findHome());
  });
  addEventListener('pagehide', () => takeAway?.());
}
