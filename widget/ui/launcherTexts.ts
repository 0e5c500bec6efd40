/** The launcher's own words, apart from the panel's: they are on every page before anything else is. */
export const launcherTexts = {
  label: 'Noticeboard',
  unseen: 'there is news',
  up: 'Move up',
  down: 'Move down',
  across: 'Move to the other side',
  hide: 'Hide',
};
