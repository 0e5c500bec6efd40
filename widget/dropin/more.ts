import css from 'virtual:more.css';
import { more as parts } from '../ui/more.ts';

/** The last part of the interface with its share of the stylesheet. */
export const more = { ...parts, css };
export type MoreWithStyles = typeof more;
