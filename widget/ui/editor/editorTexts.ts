/** The texts of `editor.ts`; part of the catalogue in `texts.ts`. */
export const editorTexts = {
  title: 'Edit the picture',
  text: 'Black out what nobody should see. It is gone from the picture before anything is stored.',
  modes: { black: 'Black out', crop: 'Crop' },
  undo: 'Undo',
  stage:
    'The picture. Arrow keys move a frame over it, with Shift they size it, Enter blacks out or crops what is in it, Escape takes the frame away.',
  how: 'Drag over it, press two corners, or use arrow keys and Enter.',
  state: (width: number, height: number, boxes: number) =>
    `\u2066${width} × ${height}\u2069, ${boxes === 0 ? 'nothing' : boxes === 1 ? '1 box' : `${boxes} boxes`} blacked out`,
  frame: (across: number, down: number, width: number, height: number) =>
    `Frame at ${across} % across, ${down} % down, ${width} % wide, ${height} % high`,
  use: 'Use this picture',
  cancel: 'Cancel',
  loading: 'Opening the picture…',
  problems: {
    unreadable: 'The browser cannot read this as a picture. A PNG, JPEG or WebP file works.',
    forbidden: 'The browser’s privacy settings keep pages from reading pictures, so it cannot be attached.',
    large: 'It does not get smaller than 1 MB. Crop it to what matters.',
  },
} as const;
export type Problem = keyof typeof editorTexts.problems;
