import type { VNode } from 'preact';
import { texts } from '../texts.ts';

/** Quiet ways to the side. A missing function is a button that is not there. */
export function Footer(props: {
  onNewsletter: (() => void) | undefined;
  onWhatIsSent: () => void;
  onOpenInTab: (() => void) | undefined;
  onSettings: (() => void) | undefined;
}): VNode {
  const t = texts.frame;
  return (
    <footer class="footer">
      {props.onNewsletter && (
        <button type="button" onClick={props.onNewsletter}>
          {texts.features.newsletter}
        </button>
      )}
      <button type="button" onClick={props.onWhatIsSent}>
        {t.whatIsSent}
      </button>
      {props.onOpenInTab && (
        <button type="button" onClick={props.onOpenInTab}>
          {t.openInTab}
        </button>
      )}
      {props.onSettings && (
        <button type="button" class="end" onClick={props.onSettings}>
          {t.settings}
        </button>
      )}
    </footer>
  );
}
