import * as newsletter from '../newsletter/tables.ts';
import * as submissions from '../submissions/tables.ts';
import * as withdrawals from '../withdrawals/tables.ts';

/** All tables of the hub. */
export const schema = { ...newsletter, ...submissions, ...withdrawals };
export const tables = Object.values(schema);
