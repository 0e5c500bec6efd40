/** What the panel in a drawer says to the page around it: it wants to be closed. */
export const CLOSE_PANEL = 'noticeboard:close';
