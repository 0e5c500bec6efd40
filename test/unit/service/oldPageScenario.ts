import type { Output } from '../../../widget/contract/calls.ts';
import { factsQuery } from '../../../widget/contract/factsQuery.ts';
import type { Page } from '../../../widget/contract/page.ts';
import { answer } from '../../../widget/service/answer.ts';
import { createService } from '../../../widget/service/createService.ts';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import type { HubRequest, Surroundings } from '../../../widget/service/surroundings.ts';
import { systemClock } from '../../../widget/service/systemClock.ts';

/** Puts the service through its work, on whatever globals it finds; what it said and asked for. */
async function scenario(page: Page, replies: Record<string, string>) {
  const requests: HubRequest[] = [];
  const surroundings: Surroundings = {
    database: openDatabase(),
    userAgent: '',
    clock: systemClock,
    transport: async (request) => {
      requests.push(request);
      const { id } = JSON.parse(request.body ?? '{}') as { id?: string };
      const path = new URL(request.url).pathname;
      const text = id === undefined ? (replies[path] ?? '') : `{"id":"${id}","receivedAt":"2026-11-24T08:00:00.000Z"}`;
      return { ok: true, value: { status: 200, retryAfter: null, text } };
    },
    sites: { list: async () => [], launcher: async () => 'always', choose: async () => {} },
    shared: true,
    hub: async () => 'https://hub.test',
    keepHub: async () => {},
    managed: async () => ({}),
    followSettings: async () => {},
    wakeAt: async () => {},
    keepAwake: (work) => work,
    showUnseenNews: async () => {},
    noteWaiting: () => {},
  };
  const service = createService(surroundings, {
    page: async () => page,
    extensions: async () => ({ ok: true, value: [] }),
    trouble: async () => [],
  });
  const answers: Record<string, unknown> = {};
  const ask = async (call: string, input: unknown = {}) => {
    const given = await answer(service, { call, input });
    answers[call] = given;
    return given;
  };
  await ask('open');
  await ask('connect', { hub: 'https://hub.test/' });
  await ask('news');
  await ask('markRead', { items: ['a', 'b'] });
  const facts = await ask('recommendationFacts');
  const { rows, address } = (facts.ok ? facts.value : {}) as Output<'recommendationFacts'>;
  await ask('agreeToRecommendations', { rows, address: address + factsQuery(rows) });
  await ask('dismiss', { extension: 'a' });
  await ask('recommendations');
  const prepared = await ask('prepare', {
    feature: 'feedback',
    typed: { text: 'Hello 😀' },
    switched: ['industry'],
  });
  const { message = '' } = prepared.ok ? (prepared.value as { message?: string }) : {};
  await ask('send', { feature: 'feedback', message });
  await resume(surroundings);
  await ask('draft', { feature: 'feedback' });
  await ask('leave', { id: 'not an id' });
  while ((await surroundings.database.read((t) => t.all('outbox'))).length > 0) await resume(surroundings);
  await ask('outbox');
  return { answers, requests };
}

(globalThis as { scenario?: typeof scenario }).scenario = scenario;
