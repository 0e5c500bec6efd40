import * as z from 'zod/mini';
import { catalogueAnswer, recommendation } from '../contract/catalogue.ts';
import { envelopes, SCHEMA_VERSION, uuid } from '../contract/envelope.ts';
import { fieldSchemas } from '../contract/fields.ts';
import { installedExtensions, unreadReason } from '../contract/page.ts';
import { POLICY_VERSION, policy, submissionFeatures, typedFields } from '../contract/policy.ts';
import { routes } from '../contract/routes.ts';
import { settings } from '../contract/settings.ts';
import { askHub } from '../service/hub/hub.ts';
import type { createLaterService, LaterService } from '../service/laterService.ts';
import { loadDelivered } from '../service/outbox/deliveredItem.ts';
import { resume } from '../service/outbox/delivery.ts';
import { loadItem, saveItem } from '../service/outbox/outboxItem.ts';
import { ownerKey, ownerOf, readerKey, readPage } from '../service/owner.ts';
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
  '/contract/settings.ts': { settings },
  '/contract/catalogue.ts': { catalogueAnswer, recommendation },
  '/hub/hub.ts': { askHub },
  '/outbox/delivery.ts': { resume },
  '/outbox/outboxItem.ts': { loadItem, saveItem },
  '/outbox/deliveredItem.ts': { loadDelivered },
  '/settings/featuresOn.ts': { featuresOn, settingKey },
  '/submissions/turns.ts': { isTurn, takeTurn },
  '/service/owner.ts': { ownerKey, ownerOf, readerKey, readPage },
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
    settings: late((service) => service.settings),
    changeSettings: late((service) => service.changeSettings),
    enter: late((service) => service.enter),
  };
}
