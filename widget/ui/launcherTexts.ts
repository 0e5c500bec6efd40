/** The words of launcher and drawer, apart from the panel's: they are on every page before anything else is. */
export const launcherTexts = {
  label: 'Noticeboard',
  unseen: 'there is news',
  up: 'Move up',
  down: 'Move down',
  across: 'Switch sides',
  hide: 'Hide',
  loading: 'Loading…',
  failed: 'No answer, or this page forbids it. Open again to retry.',
};
