import { PictureEditor } from './editor/PictureEditor.tsx';

/** What edits a picture before it is stored anywhere: a script of its own, loaded for the first picture. */
export const editor = { PictureEditor };
export type Editor = typeof editor;
