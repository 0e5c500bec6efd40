import { AskAgreement } from './agreement/AskAgreement.tsx';
import { Extensions } from './extensions/Extensions.tsx';
import { LogView } from './log/LogView.tsx';
import { Settings } from './settings/Settings.tsx';
import { WhatIsSent } from './settings/WhatIsSent.tsx';

/** What is needed now and then: a script of its own after the later one, whose pieces it borrows. */
export const more = { AskAgreement, Extensions, LogView, Settings, WhatIsSent };
export type More = typeof more;
