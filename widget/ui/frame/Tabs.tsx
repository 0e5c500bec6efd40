import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { afterDrawing } from '../shared/focus.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** Stands behind the label. */
  readonly badge?: ComponentChildren;
  readonly panel: () => ComponentChildren;
}

/**
 * A tab list with its panels. The arrow keys move along it, Enter, Space or a click opens: so the focus can go into a form
 * that opens, and a person on their way to another tab loads nothing. A panel once opened stays, with what was done in it.
 */
export function Tabs(props: { tabs: readonly Tab[]; open: string; onOpen: (id: string) => void }): VNode {
  const { tabs, open, onOpen } = props;
  const visited = useRef(new Set<string>()).current.add(open);
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const forward = list.current?.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const step = { Home: -at, End: -1 - at, ArrowLeft: -1, ArrowRight: -1, [forward]: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.at((at + step) % buttons.length)?.focus();
  };

  return (
    <>
      <div class="tabs" role="tablist" ref={list} onKeyDown={move}>
        {tabs.map(({ id, label, badge }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === open}
            tabIndex={id === open ? 0 : -1}
            onClick={() => {
              onOpen(id);
              afterDrawing(() =>
                list.current?.parentElement
                  ?.querySelector<HTMLElement>(`[aria-labelledby=tab-${id}] [data-first]`)
                  ?.focus(),
              );
            }}
          >
            {label}
            {badge}
          </button>
        ))}
      </div>
      {tabs
        .filter(({ id }) => visited.has(id))
        .map(({ id, panel }) => (
          <div key={id} class="middle" role="tabpanel" aria-labelledby={`tab-${id}`} hidden={id !== open}>
            {panel()}
          </div>
        ))}
    </>
  );
}
