import { AskAgreement } from './agreement/AskAgreement.tsx';
import { Extensions } from './extensions/Extensions.tsx';
import { LogView } from './log/LogView.tsx';
import { Newsletter } from './newsletter/Newsletter.tsx';
import { Report } from './report/Report.tsx';
import { Settings } from './settings/Settings.tsx';
import { WhatIsSent } from './settings/WhatIsSent.tsx';
import { FirstUse } from './welcome/FirstUse.tsx';
import { YourCrms } from './welcome/YourCrms.tsx';

/** What is needed now and then: a script of its own after the later one, whose pieces it borrows. */
export const more = {
  AskAgreement,
  Extensions,
  FirstUse,
  LogView,
  Newsletter,
  Report,
  Settings,
  WhatIsSent,
  YourCrms,
};
export type More = typeof more;
