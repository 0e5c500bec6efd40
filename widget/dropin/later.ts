import css from 'virtual:later.css';
import { later as parts } from '../ui/later.ts';

/** The later part of the interface with its share of the stylesheet. */
export const later = { ...parts, css };
export type LaterWithStyles = typeof later;
