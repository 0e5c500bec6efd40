import { Extensions } from './extensions/Extensions.tsx';
import { Feedback } from './forms/Feedback.tsx';
import { Views } from './frame/Views.tsx';
import { Strip } from './outbox/Strip.tsx';
import { Question } from './welcome/Question.tsx';
import { YourCrms } from './welcome/YourCrms.tsx';

/** What the panel does not show when it opens: a script of its own, loaded when the person first goes there. */
export const later = { Extensions, Feedback, Question, Strip, Views, YourCrms };
export type Later = typeof later;
