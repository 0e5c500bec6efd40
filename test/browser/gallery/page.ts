import type { Call, CallName } from '../../../widget/contract/calls.ts';
import { editor } from '../../../widget/ui/editor.ts';
import type { Home } from '../../../widget/ui/home.ts';
import { later } from '../../../widget/ui/later.ts';
import { more } from '../../../widget/ui/more.ts';
import { mountPanel } from '../../../widget/ui/mount.tsx';
import { texts } from '../../../widget/ui/texts.ts';
import type { Answers } from './answers.ts';
import { usual } from './answers.ts';
import type { Scene, SceneName } from './scenes.ts';
import { scenes } from './scenes.ts';

export interface Mounted {
  /** Everything that the panel asked for, in order, each with the exact message that could be read at that moment. */
  readonly asked: { readonly name: CallName; readonly input: unknown; readonly shown: string | null }[];
  /** May be replaced while the panel is up. */
  readonly answers: Answers;
  /** How often the panel asked its home to close it. */
  closed: number;
  /** Whether what is loaded later cannot be had. */
  cut: boolean;
  unmount(): void;
}

export interface How {
  readonly surface: Home['surface'];
  /** Within an open shadow root of a page that has styles of its own, as the drop-in does it. */
  readonly shadow: boolean;
  readonly rightToLeft: boolean;
  readonly css: string;
}

export interface Timer {
  /** Milliseconds. */
  readonly delay: number;
  readonly strike: () => void;
}

/** From now on a timer strikes only when the test says so; those without a delay go on as ever. */
export function stopClock(): Timer[] {
  const armed: Timer[] = [];
  const usual = window.setTimeout;
  const stopped = (strike: () => void, delay = 0) => (delay ? armed.push({ delay, strike }) : usual(strike));
  Object.assign(window, { setTimeout: stopped });
  return armed;
}

/** Shows the real panel in a scene; only the service is played. */
export function show(name: SceneName, how: How): Mounted {
  if (how.rightToLeft) Object.assign(texts, { direction: 'rtl' });
  const scene: Scene = scenes[name];
  const answers: Answers = { ...usual, ...scene.answers };
  const container = how.shadow ? shadowContainer(how.css) : ownContainer(how.css);
  const mounted: Mounted = { asked: [], answers, closed: 0, cut: scene.cut ?? false, unmount: () => {} };
  const call: Call = async (name, input) => {
    // The last one: a list in the table unfolds into such an element too.
    const shown = [...container.querySelectorAll('pre')].at(-1)?.textContent ?? null;
    mounted.asked.push({ name, input, shown });
    return answers[name](input);
  };
  const home: Home = {
    call,
    later: () => (mounted.cut ? Promise.reject(new Error('Cut off')) : Promise.resolve(later)),
    more: async () => more,
    editor: async () => editor,
    surface: how.surface,
    ...(how.surface === 'drawer' ? { close: () => (mounted.closed += 1) } : { openInTab: () => {} }),
    ...(scene.popup ? { showOnSite: async () => true } : {}),
    ...(scene.settingsTab
      ? { addFeed: async () => ({ ok: false, failure: 'not-allowed' }) }
      : how.shadow
        ? {}
        : { settingsAddress: '#' }),
  };
  mounted.unmount = mountPanel(container, home);
  return mounted;
}

function ownContainer(css: string): Element {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return document.body.appendChild(document.createElement('div'));
}

function shadowContainer(css: string): Element {
  const host = document.body.appendChild(document.createElement('div'));
  host.id = 'noticeboard';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root.appendChild(document.createElement('div'));
}
