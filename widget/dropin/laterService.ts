import * as z from 'zod/mini';
import { catalogueAnswer, recommendation } from '../contract/catalogue.ts';
import { envelopes, SCHEMA_VERSION, uuid } from '../contract/envelope.ts';
import { failure, failureCodes, success } from '../contract/failure.ts';
import { fieldSchemas } from '../contract/fields.ts';
import { orElse } from '../contract/orElse.ts';
import { installedExtensions, unreadReason } from '../contract/page.ts';
import { POLICY_VERSION, policy, submissionFeatures, typedFields } from '../contract/policy.ts';
import { purposes } from '../contract/purpose.ts';
import { routes } from '../contract/routes.ts';
import { settings } from '../contract/settings.ts';
import { clearForgotten } from '../service/forget/clearForgotten.ts';
import { holdsUp, isWithin, loadForgetting, saveForgetting, scopeOf } from '../service/forget/scope.ts';
import { askHub } from '../service/hub/hub.ts';
import type { LaterService } from '../service/laterService.ts';
import type { MoreService } from '../service/moreService.ts';
import { loadAllDelivered, loadDelivered, saveDelivered } from '../service/outbox/deliveredItem.ts';
import { resume } from '../service/outbox/delivery.ts';
import { loadItem, loadItems, saveItem } from '../service/outbox/outboxItem.ts';
import { loadAllWithdrawn, loadWithdrawn, saveWithdrawn } from '../service/outbox/withdrawnItem.ts';
import { mayRead, NOBODY, ownerKey, ownerOf, ownerRecord, readerKey, readPage, writerOf } from '../service/owner.ts';
import { parse, parseAll, parseJson } from '../service/parse.ts';
import { featuresOn } from '../service/settings/featuresOn.ts';
import { claimTurn, takeTurn } from '../service/submissions/turns.ts';
import type { CrmReader, Surroundings } from '../service/surroundings.ts';
import { beside, chunk, once, scriptAddress } from '../ui/loadScript.ts';

const here = scriptAddress();

/** What is lent to these scripts, as scripts/loans.ts has it: module → its members. */
const kit: Record<string, object> = {
  'zod/mini': {
    array: z.array,
    boolean: z.boolean,
    enum: z.enum,
    literal: z.literal,
    maxLength: z.maxLength,
    nullable: z.nullable,
    number: z.number,
    object: z.object,
    optional: z.optional,
    record: z.record,
    regex: z.regex,
    string: z.string,
    transform: z.transform,
  },
  '/contract/policy.ts': { policy, POLICY_VERSION, submissionFeatures, typedFields },
  '/contract/fields.ts': { fieldSchemas },
  '/contract/envelope.ts': { envelopes, SCHEMA_VERSION, uuid },
  '/contract/page.ts': { installedExtensions, unreadReason },
  '/contract/routes.ts': { routes },
  '/contract/failure.ts': { failure, failureCodes, success },
  '/contract/orElse.ts': { orElse },
  '/contract/purpose.ts': { purposes },
  '/contract/settings.ts': { settings },
  '/contract/catalogue.ts': { catalogueAnswer, recommendation },
  '/service/parse.ts': { parse, parseAll, parseJson },
  '/hub/hub.ts': { askHub },
  '/outbox/delivery.ts': { resume },
  '/outbox/outboxItem.ts': { loadItem, loadItems, saveItem },
  '/outbox/deliveredItem.ts': { loadAllDelivered, loadDelivered, saveDelivered },
  '/outbox/withdrawnItem.ts': { loadAllWithdrawn, loadWithdrawn, saveWithdrawn },
  '/forget/scope.ts': { holdsUp, isWithin, loadForgetting, saveForgetting, scopeOf },
  '/forget/clearForgotten.ts': { clearForgotten },
  '/settings/featuresOn.ts': { featuresOn },
  '/submissions/turns.ts': { claimTurn, takeTurn },
  '/service/owner.ts': { mayRead, NOBODY, ownerKey, ownerOf, ownerRecord, readPage, readerKey, writerOf },
};

type Make<S> = (surroundings: Surroundings, crm: CrmReader) => S;
type Lent<S> = (lend: (module: string) => object | undefined) => Make<S>;

/** How a handler is had that first loads the script with the part of the service that it belongs to. */
function lateFrom<S>(script: string, surroundings: Surroundings, crm: CrmReader) {
  const load = chunk<Lent<S>>(beside(script, here));
  const service = once(async () => (await load())((module) => kit[module])(surroundings, crm));
  return <I, O>(choose: (service: S) => (input: I) => Promise<O>) =>
    async (input: I) =>
      choose(await service())(input);
}

/** The handlers that are needed beyond the news, and those that are needed now and then. */
export function lateHandlers(surroundings: Surroundings, crm: CrmReader): LaterService & MoreService {
  const late = lateFrom<LaterService>('noticeboard-service-later.js', surroundings, crm);
  const more = lateFrom<MoreService>('noticeboard-service-more.js', surroundings, crm);
  return {
    recommendationFacts: more((service) => service.recommendationFacts),
    agreeToRecommendations: more((service) => service.agreeToRecommendations),
    recommendations: more((service) => service.recommendations),
    dismiss: more((service) => service.dismiss),
    restore: more((service) => service.restore),
    draft: late((service) => service.draft),
    attach: late((service) => service.attach),
    prepare: late((service) => service.prepare),
    send: late((service) => service.send),
    written: late((service) => service.written),
    edit: late((service) => service.edit),
    withdrawal: late((service) => service.withdrawal),
    withdraw: late((service) => service.withdraw),
    leave: late((service) => service.leave),
    clearDelivered: late((service) => service.clearDelivered),
    agreement: late((service) => service.agreement),
    agree: late((service) => service.agree),
    log: more((service) => service.log),
    sentBody: more((service) => service.sentBody),
    deleteLog: more((service) => service.deleteLog),
    forget: more((service) => service.forget),
    forgetting: more((service) => service.forgetting),
    settings: more((service) => service.settings),
    changeSettings: more((service) => service.changeSettings),
    enter: more((service) => service.enter),
  };
}
