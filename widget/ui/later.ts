import { limits } from '../contract/limits.ts';
import { features, policy } from '../contract/policy.ts';
import { receiptNumber } from '../contract/receipt.ts';
import { Exact } from './forms/Exact.tsx';
import { ExactText } from './forms/ExactText.tsx';
import { Feedback } from './forms/Feedback.tsx';
import { Field } from './forms/Field.tsx';
import { SubmissionForm } from './forms/SubmissionForm.tsx';
import { TextField } from './forms/TextField.tsx';
import { NothingOn } from './frame/NothingOn.tsx';
import { Views } from './frame/Views.tsx';
import { WithMore } from './frame/WithMore.tsx';
import { laterTexts } from './laterTexts.ts';
import { AskOnce } from './outbox/AskOnce.tsx';
import { Strip } from './outbox/Strip.tsx';
import { useAct } from './outbox/useAct.tsx';
import { Withdraw } from './outbox/Withdraw.tsx';
import { copy } from './shared/copy.ts';
import { Disclosure } from './shared/Disclosure.tsx';
import { Empty } from './shared/Empty.tsx';
import { afterDrawing, focusFirst, focusNow } from './shared/focus.ts';
import { fileSize, locale, moment } from './shared/format.ts';
import { Icon } from './shared/Icon.tsx';
import { LaterIcon } from './shared/LaterIcon.tsx';
import { OfflineBar } from './shared/OfflineBar.tsx';
import { Switch } from './shared/Switch.tsx';
import { saveAsJson } from './shared/saveAsJson.ts';
import { plural, spelled } from './shared/words.ts';
import { HubForm } from './welcome/HubForm.tsx';
import { Question } from './welcome/Question.tsx';

/** What it lends to the script after it, as scripts/loans.ts has it: module → its members. */
const lends: Readonly<Record<string, object>> = {
  '/contract/policy.ts': { features, policy },
  '/contract/limits.ts': { limits },
  '/laterTexts.ts': { laterTexts },
  '/contract/receipt.ts': { receiptNumber },
  '/AskOnce.tsx': { AskOnce },
  '/Withdraw.tsx': { Withdraw },
  '/useAct.tsx': { useAct },
  '/words.ts': { plural, spelled },
  '/OfflineBar.tsx': { OfflineBar },
  '/Field.tsx': { Field },
  '/SubmissionForm.tsx': { SubmissionForm },
  '/TextField.tsx': { TextField },
  '/Disclosure.tsx': { Disclosure },
  '/Exact.tsx': { Exact },
  '/ExactText.tsx': { ExactText },
  '/Empty.tsx': { Empty },
  '/Icon.tsx': { Icon },
  '/LaterIcon.tsx': { LaterIcon },
  '/Switch.tsx': { Switch },
  '/copy.ts': { copy },
  '/saveAsJson.ts': { saveAsJson },
  '/focus.ts': { afterDrawing, focusFirst, focusNow },
  '/format.ts': { fileSize, locale, moment },
  '/HubForm.tsx': { HubForm },
};

/** What the panel does not show when it opens: a script of its own, loaded when the person first goes there. */
export const later = { Feedback, NothingOn, Question, Strip, Views, WithMore, lends };
export type Later = typeof later;
