import type { ComponentChildren, VNode } from 'preact';
import { focusNow } from '../shared/focus.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';

/** A screen that stands in front of the tabs until the person goes back. */
export function View(props: { title: string; aside?: string; onBack: () => void; children: ComponentChildren }): VNode {
  return (
    <section class="view" aria-label={props.title}>
      <div class="viewhead">
        <button type="button" class="icon back" aria-label={texts.back} ref={focusNow} onClick={props.onBack}>
          <Icon name="back" />
        </button>
        <h2>{props.title}</h2>
        <span class="soft">{props.aside}</span>
      </div>
      {/* What holds nothing to press is scrolled by the keys too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls is one to interact with */}
      <div class="middle" tabIndex={0}>
        {props.children}
      </div>
    </section>
  );
}
