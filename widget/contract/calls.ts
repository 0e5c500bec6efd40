import type * as z from 'zod/mini';
import { agreementCalls } from './calls/agreement.ts';
import { logCalls } from './calls/log.ts';
import { newsCalls } from './calls/news.ts';
import { outboxCalls } from './calls/outbox.ts';
import { panelCalls } from './calls/panel.ts';
import { recommendationsCalls } from './calls/recommendations.ts';
import { settingsCalls } from './calls/settings.ts';
import { submissionsCalls } from './calls/submissions.ts';
import type { Answer } from './failure.ts';

/** The interface's questions to the service: name → input and output. */
export const calls = {
  ...agreementCalls,
  ...logCalls,
  ...newsCalls,
  ...outboxCalls,
  ...panelCalls,
  ...recommendationsCalls,
  ...settingsCalls,
  ...submissionsCalls,
};

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.infer<(typeof calls)[N]['output']>;

/** How the interface asks the service; never throws. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<Output<N>>>;

/** What the service has to be able to do: a handler for each call. */
export type Service = { [N in CallName]: (input: Input<N>) => Promise<Answer<Output<N>>> };

/** What the person typed into a form, by field. */
export type Typed = Output<'draft'>['typed'];
/** One line of "What will be sent". */
export type Row = Output<'prepare'>['rows'][number];
export type Site = Output<'open'>['sites'][number];
export type WaitingMessage = Output<'outbox'>['waiting'][number];
export type DeliveredMessage = Output<'outbox'>['delivered'][number];
export type WithdrawnMessage = Output<'outbox'>['withdrawn'][number];
export type LogEntry = Output<'log'>['entries'][number];
