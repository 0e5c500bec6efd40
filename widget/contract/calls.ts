import * as z from 'zod/mini';
import { recommendation } from './catalogue.ts';
import { uuid } from './envelope.ts';
import type { Answer } from './failure.ts';
import { failureCodes } from './failure.ts';
import { fieldSchemas } from './fields.ts';
import { limits } from './limits.ts';
import { baseUrl, source, unreadReason } from './page.ts';
import type { TypedField } from './policy.ts';
import { features, submissionFeatures } from './policy.ts';
import { purposes } from './purpose.ts';
import { receipt } from './routes.ts';
import { enteredFields, settings } from './settings.ts';

const nothing = z.object({});
const text = z.string().check(z.maxLength(limits.text * 2));
const picture = z.string().check(z.maxLength(limits.screenshotBytes * 2));
const feature = z.enum(submissionFeatures);
const field = z.keyof(z.object(fieldSchemas));
/** Fields whose switch the person moved from where the policy has it. */
const switched = z.array(field).check(z.maxLength(50));
const time = z.number();
const id = uuid;
const failureCode = z.enum(failureCodes);
/** Where an entry of the log stands. */
const logKey = z.string().check(z.maxLength(100));

/** What the person typed into a form, by field. */
const typed = z.object({
  text: z.optional(text),
  title: z.optional(text),
  happened: z.optional(text),
  expected: z.optional(text),
  severity: z.optional(text),
  screenshot: z.optional(picture),
  email: z.optional(text),
  name: z.optional(text),
} satisfies Record<TypedField, z.ZodMiniType>);
export type Typed = z.infer<typeof typed>;

/** One line of "What will be sent". */
const row = z.object({
  field,
  /** As it would be sent, but of a picture its size in bytes; null when there is nothing. */
  value: z.nullable(z.string()),
  /** Null when it could not be read. */
  source: z.nullable(source),
  /** Whether it is in the message. */
  sent: z.boolean(),
  /** Typed, but not of the form that the field needs. */
  malformed: z.boolean(),
});
export type Row = z.infer<typeof row>;

const site = z.object({
  baseUrl,
  product: z.string(),
  version: z.nullable(z.string()),
  company: z.nullable(z.string()),
});
export type Site = z.infer<typeof site>;

/** A message, or the withdrawal of one, that its writer still has to hear about. */
const waitingMessage = z.object({
  id,
  kind: z.enum(['message', 'withdrawal']),
  feature,
  /** The beginning of the text. */
  excerpt: z.string(),
  createdAt: time,
  state: z.enum(['waiting', 'sending', 'refused']),
  attempts: z.number(),
  /** When it is tried again; only while it waits. */
  nextAttemptAt: z.nullable(time),
  /** Why the last try failed. */
  failure: z.nullable(failureCode),
  detail: z.nullable(z.string()),
});
export type WaitingMessage = z.infer<typeof waitingMessage>;

const deliveredMessage = z.object({ id, feature, excerpt: z.string(), receipt, deliveredAt: time });
export type DeliveredMessage = z.infer<typeof deliveredMessage>;

/** A message of which the hub keeps nothing any more. */
const withdrawnMessage = z.object({ id, feature, excerpt: z.string(), withdrawnAt: time });
export type WithdrawnMessage = z.infer<typeof withdrawnMessage>;

/** A request that left the browser, without what it carried. */
const logEntry = z.object({
  key: logKey,
  at: time,
  purpose: z.enum(purposes),
  method: z.string(),
  url: z.string(),
  /** The size of what it carried. */
  bytes: z.number(),
  /** The HTTP status that came back; null when none did, or none yet. */
  status: z.nullable(z.number()),
  failure: z.nullable(failureCode),
  /** The beginning of what the hub answered to a message, its receipt above all. */
  answer: z.string(),
  /** The message that it carried or took back. */
  message: z.nullable(id),
  /** How it stands with that message; null when nothing is known of it any more. */
  standing: z.nullable(z.enum(['waiting', 'refused', 'delivered', 'withdrawing', 'not-withdrawn', 'withdrawn'])),
});
export type LogEntry = z.infer<typeof logEntry>;

const news = z.object({
  /** The feed as it came; null when none ever did. */
  feed: z.nullable(z.string()),
  fetchedAt: z.nullable(time),
  /** Why there is nothing newer. */
  failure: z.nullable(failureCode),
  /** Ids of the items that were read. */
  read: z.array(z.string()),
  /** The feed that was added to the hub's, as it last came. */
  other: z.optional(z.object({ address: z.string(), feed: z.string() })),
});

/** A fact of an install, and whose word it is. */
const fact = z.nullable(z.object({ value: z.string(), source }));

const { feed, switchedOff, lookForNews, side } = settings.shape;

/** The interface's questions to the service: name → input and output. */
export const calls = {
  /** Everything the panel needs to draw its frame. */
  open: {
    input: nothing,
    output: z.object({
      hub: z.nullable(z.string()),
      /** The CRM in front of the person; null where there is none. */
      crm: z.nullable(z.object({ ...site.shape, administrator: z.boolean() })),
      /** The features that are switched on here. */
      features: z.array(z.enum(features)),
      /** `unasked` and `toolbar` do not show a launcher; `always` cannot be changed from here. */
      launcher: z.enum(['unasked', 'toolbar', 'shown', 'always']),
      /** The CRMs on which Noticeboard is shown. */
      sites: z.array(site),
      /** The news changed since it was last looked at. */
      unseenNews: z.boolean(),
    }),
  },
  /** Tries the address and keeps it if a hub answers. */
  connect: {
    input: z.object({ hub: z.string().check(z.maxLength(limits.url)) }),
    output: z.object({ hub: z.string() }),
  },
  /** Remembers whether a CRM gets a launcher. */
  chooseLauncher: {
    input: z.object({ baseUrl, launcher: z.enum(['toolbar', 'shown']) }),
    output: nothing,
  },
  /** The stored feed, asked for anew when it is older than six hours. */
  news: {
    input: nothing,
    output: news,
  },
  /** As `news`, but asks the hub now. */
  refreshNews: { input: nothing, output: news },
  markRead: {
    input: z.object({ items: z.array(text).check(z.maxLength(1000)) }),
    output: nothing,
  },
  /** The facts that asking for recommendations would disclose, and whether the person agreed to it. */
  recommendationFacts: { input: nothing, output: z.object({ rows: z.array(row), agreed: z.boolean() }) },
  /** Agrees to send the facts as they were shown, with the switches as they were left. Facts that are others by now are not. */
  agreeToRecommendations: { input: z.object({ rows: z.array(row) }), output: nothing },
  recommendations: {
    input: nothing,
    output: z.object({
      extensions: z.array(
        z.object({
          ...recommendation.shape,
          installedVersion: z.nullable(z.string()),
          installed: z.boolean(),
          dismissed: z.boolean(),
        }),
      ),
      /** When the list was fetched, and why there is nothing newer. */
      fetchedAt: time,
      failure: z.nullable(failureCode),
      /** Why it is not known which are installed; null when it is. */
      unreadInstalled: z.nullable(unreadReason),
    }),
  },
  dismiss: { input: z.object({ extension: z.string().check(z.maxLength(60)) }), output: nothing },
  restore: { input: z.object({ extension: z.string().check(z.maxLength(60)) }), output: nothing },
  /** What was typed and not yet sent. */
  draft: { input: z.object({ feature }), output: z.object({ typed, switched }) },
  /** Stores the draft's screenshot, or takes it out: a picture is moved once, and not with every key. */
  attach: { input: z.object({ feature, screenshot: z.nullable(picture) }), output: nothing },
  /**
   * Stores the draft, and returns the very string that `send` would send, but for its screenshot: that is the one attached,
   * whatever `typed` holds, and `withPicture` puts it in.
   */
  prepare: {
    input: z.object({ feature, typed, switched }),
    output: z.object({
      rows: z.array(row),
      message: z.string(),
      /** False while a field that the message is made of is missing or malformed. */
      complete: z.boolean(),
    }),
  },
  /** Stores the message in the outbox and starts sending it. Only the string last prepared is taken. */
  send: { input: z.object({ feature, message: z.string() }), output: z.object({ id }) },
  outbox: {
    input: nothing,
    output: z.object({
      waiting: z.array(waitingMessage),
      delivered: z.array(deliveredMessage),
      withdrawn: z.array(withdrawnMessage),
    }),
  },
  /** Tries everything that waits now. */
  retry: { input: nothing, output: nothing },
  /** All that was typed into a message which is not delivered, and the very string that is sent. */
  written: { input: z.object({ id }), output: z.object({ typed, message: z.string() }) },
  /** Puts a refused message back into its form. */
  edit: { input: z.object({ id }), output: z.object({ feature }) },
  /** Takes a message back, from the hub too if it may have left; a refused withdrawal once more. */
  withdraw: { input: z.object({ id }), output: z.object({ left: z.boolean() }) },
  /** Gives up a refused withdrawal: what the hub has, it keeps. */
  leave: { input: z.object({ id }), output: nothing },
  /** Empties the list of delivered and withdrawn messages. */
  clearDelivered: { input: nothing, output: nothing },
  /**
   * Some of what left the browser, newest first, from where `next` of the last answer says: only what holds the words, if
   * there are any. There may be more although nothing was found; `next` is null when there is not.
   */
  log: {
    input: z.object({ words: z.string().check(z.maxLength(limits.name)), from: z.nullable(logKey) }),
    output: z.object({ entries: z.array(logEntry), next: z.nullable(logKey) }),
  },
  /** What a logged request carried, byte for byte. */
  sentBody: { input: z.object({ key: logKey }), output: z.object({ body: z.string() }) },
  /** Deletes the log in this browser; the hub keeps what it has. */
  deleteLog: { input: nothing, output: nothing },
  /** Withdraws all that was sent for this CRM, and then clears what this browser knows of it. */
  forget: { input: nothing, output: nothing },
  /** How much is still to be withdrawn before this CRM is forgotten; null when it is not to be. */
  forgetting: { input: nothing, output: z.object({ waiting: z.nullable(z.number()) }) },
  /** The fields of a feature that go no more freely than the person agreed to, and whether these are all that it may send. */
  agreement: { input: z.object({ feature }), output: z.object({ agreed: z.boolean(), fields: z.array(field) }) },
  /** Agrees to what the feature may send by the policy of this release. */
  agree: { input: z.object({ feature }), output: nothing },
  settings: {
    input: nothing,
    output: z.object({
      ...settings.shape,
      /** How it went when the added feed was last asked for. */
      feedTried: z.nullable(z.object({ at: time, failure: z.nullable(failureCode) })),
      /** What the organisation has set: it cannot be changed here. */
      managed: z.array(z.string()),
      /** The CRM in front, else those that are listed, with what is known of each. */
      installs: z.array(z.object({ baseUrl, industry: fact, os: fact })),
      /** False within a CRM's page, where its people set the features and what is known of the CRM, and no more. */
      ofBrowser: z.boolean(),
    }),
  },
  /** Changes what is given and nothing else. A feed is fetched at once. */
  changeSettings: {
    input: z.object({
      feed: z.optional(feed),
      switchedOff: z.optional(switchedOff),
      lookForNews: z.optional(lookForNews),
      side: z.optional(side),
    }),
    output: nothing,
  },
  /** Keeps what the person knows of an install; null takes it back. */
  enter: {
    input: z.object({
      baseUrl,
      field: z.enum(enteredFields),
      value: z.nullable(text),
    }),
    output: nothing,
  },
};

export type CallName = keyof typeof calls;
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type Output<N extends CallName> = z.infer<(typeof calls)[N]['output']>;

/** How the interface asks the service; never throws. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Answer<Output<N>>>;

/** What the service has to be able to do: a handler for each call. */
export type Service = { [N in CallName]: (input: Input<N>) => Promise<Answer<Output<N>>> };
