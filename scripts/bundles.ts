import type { LoanName } from './loans.ts';

/** One script of a home: where it starts, where it goes, and what it must stay under and keep out. */
export interface Bundle {
  readonly entry: string;
  /** Below dist/, with `{browser}` for the two extension targets. */
  readonly output: string;
  /** Largest size, in bytes after gzip -9. */
  readonly limit?: number;
  /** Packages that have no business in it. */
  readonly without: readonly Package[];
  /** The script's value is that of its export of this name: what an injected script hands back. */
  readonly result?: string;
  /** Loaded when it is first needed by a script that lends it what both use. */
  readonly onLoan?: LoanName;
}

type Package = 'zod' | 'preact' | 'webextension-polyfill';

const KB = 1024;
const all: readonly Package[] = ['zod', 'preact', 'webextension-polyfill'];

const extension: readonly Bundle[] = [
  { entry: 'extension/background/background.ts', output: '{browser}/background.js', without: ['preact'] },
  { entry: 'extension/probe.ts', output: '{browser}/probe.js', limit: 4 * KB, without: all, result: 'page' },
  { entry: 'extension/module.ts', output: '{browser}/module.js', limit: KB, without: all, result: 'text' },
  { entry: 'extension/extensions.ts', output: '{browser}/extensions.js', limit: 4 * KB, without: all },
  {
    entry: 'extension/failedRequests.ts',
    output: '{browser}/requests.js',
    limit: KB,
    without: all,
    result: 'lines',
  },
  { entry: 'extension/scriptErrors.ts', output: '{browser}/errors.js', limit: KB, without: all, result: 'lines' },
  { entry: 'extension/content/content.ts', output: '{browser}/content.js', limit: 4 * KB, without: all },
  { entry: 'widget/ui/later.ts', output: '{browser}/panel-later.js', limit: 13 * KB, without: all, onLoan: 'later' },
  { entry: 'widget/ui/more.ts', output: '{browser}/panel-more.js', limit: 13 * KB, without: all, onLoan: 'more' },
  { entry: 'widget/ui/editor.ts', output: '{browser}/panel-editor.js', limit: 7 * KB, without: all, onLoan: 'editor' },
  { entry: 'extension/panel/panel.ts', output: '{browser}/panel.js', limit: 18 * KB, without: ['zod'] },
];

/** Every script that is built, with its budget. */
export const bundles: readonly Bundle[] = [
  ...['chrome', 'firefox'].flatMap((browser) =>
    extension.map((bundle) => ({ ...bundle, output: bundle.output.replace('{browser}', browser) })),
  ),
  { entry: 'extension/relay/relay.ts', output: 'firefox/relay.js', limit: 2 * KB, without: all },
  { entry: 'widget/dropin/noticeboard.ts', output: 'dropin/noticeboard.js', limit: 3 * KB, without: all },
  {
    entry: 'widget/dropin/panel.ts',
    output: 'dropin/noticeboard-panel.js',
    limit: 18 * KB,
    without: ['zod', 'webextension-polyfill'],
  },
  {
    entry: 'widget/dropin/later.ts',
    output: 'dropin/noticeboard-later.js',
    limit: 13 * KB,
    without: all,
    onLoan: 'later',
  },
  {
    entry: 'widget/dropin/more.ts',
    output: 'dropin/noticeboard-more.js',
    limit: 13 * KB,
    without: all,
    onLoan: 'more',
  },
  {
    entry: 'widget/dropin/editor.ts',
    output: 'dropin/noticeboard-editor.js',
    limit: 7 * KB,
    without: all,
    onLoan: 'editor',
  },
  {
    entry: 'widget/dropin/service.ts',
    output: 'dropin/noticeboard-service.js',
    limit: 18 * KB,
    without: ['preact', 'webextension-polyfill'],
  },
  {
    entry: 'widget/service/laterService.ts',
    output: 'dropin/noticeboard-service-later.js',
    limit: 8 * KB,
    without: all,
    onLoan: 'service',
  },
  {
    entry: 'widget/service/moreService.ts',
    output: 'dropin/noticeboard-service-more.js',
    limit: 8 * KB,
    without: all,
    onLoan: 'moreService',
  },
  { entry: 'widget/dropin/page.ts', output: 'dropin/noticeboard-page.js', limit: 4 * KB, without: all },
  { entry: 'widget/dropin/module.ts', output: 'dropin/noticeboard-module.js', limit: 2 * KB, without: all },
  { entry: 'widget/dropin/extensions.ts', output: 'dropin/noticeboard-extensions.js', limit: 4 * KB, without: all },
  { entry: 'widget/dropin/trouble.ts', output: 'dropin/noticeboard-trouble.js', limit: KB, without: all },
  { entry: 'widget/dropin/relay.ts', output: 'dropin/relay.js', limit: 2 * KB, without: all },
];
