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
import { isWithin, loadForgetting, saveForgetting, scopeOf } from '../service/forget/scope.ts';
import { askHub } from '../service/hub/hub.ts';
import type { createLaterService, LaterService } from '../service/laterService.ts';
import { NOBODY } from '../service/log/logged.ts';
import { loadAllDelivered, loadDelivered, saveDelivered } from '../service/outbox/deliveredItem.ts';
import { resume } from '../service/outbox/delivery.ts';
import { loadItem, loadItems, saveItem } from '../service/outbox/outboxItem.ts';
import { loadAllWithdrawn, loadWithdrawn, saveWithdrawn } from '../service/outbox/withdrawnItem.ts';
import { mayRead, ownerKey, ownerOf, ownerRecord, readerKey, readPage } from '../service/owner.ts';
import { parse, parseAll, parseJson } from '../service/parse.ts';
import { featuresOn, settingKey } from '../service/settings/featuresOn.ts';
import { isTurn, takeTurn } from '../service/submissions/turns.ts';
import { chunk, once } from '../ui/loadScript.ts';

/** What is lent to the script, as scripts/loans.ts has it: module → its members. */
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
  '/forget/scope.ts': { isWithin, loadForgetting, saveForgetting, scopeOf },
  '/forget/clearForgotten.ts': { clearForgotten },
  '/log/logged.ts': { NOBODY },
  '/settings/featuresOn.ts': { featuresOn, settingKey },
  '/submissions/turns.ts': { isTurn, takeTurn },
  '/service/owner.ts': { mayRead, ownerKey, ownerOf, ownerRecord, readPage, readerKey },
};

type MakeLaterService = (lend: (module: string) => object | undefined) => typeof createLaterService;

/** The handlers that are needed beyond the news, each of which first loads the script with all of them. */
export function lateHandlers(script: string, create: (make: typeof createLaterService) => LaterService): LaterService {
  const load = chunk<MakeLaterService>(script);
  const service = once(async () => create((await load())((module) => kit[module])));
  const late =
    <I, O>(choose: (service: LaterService) => (input: I) => Promise<O>) =>
    async (input: I) =>
      choose(await service())(input);
  return {
    recommendationFacts: late((service) => service.recommendationFacts),
    agreeToRecommendations: late((service) => service.agreeToRecommendations),
    recommendations: late((service) => service.recommendations),
    dismiss: late((service) => service.dismiss),
    restore: late((service) => service.restore),
    draft: late((service) => service.draft),
    prepare: late((service) => service.prepare),
    send: late((service) => service.send),
    written: late((service) => service.written),
    edit: late((service) => service.edit),
    discard: late((service) => service.discard),
    withdraw: late((service) => service.withdraw),
    clearDelivered: late((service) => service.clearDelivered),
    log: late((service) => service.log),
    sentBody: late((service) => service.sentBody),
    deleteLog: late((service) => service.deleteLog),
    forget: late((service) => service.forget),
    forgetting: late((service) => service.forgetting),
    agreement: late((service) => service.agreement),
    agree: late((service) => service.agree),
    settings: late((service) => service.settings),
    changeSettings: late((service) => service.changeSettings),
    enter: late((service) => service.enter),
  };
}
