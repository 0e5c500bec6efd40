import css from 'virtual:editor.css';
import { editor as parts } from '../ui/editor.ts';

/** What edits pictures with its share of the stylesheet. */
export const editor = { ...parts, css };
export type EditorWithStyles = typeof editor;
