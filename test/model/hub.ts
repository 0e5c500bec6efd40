import type { Answer } from '../../widget/contract/failure.ts';
import { success } from '../../widget/contract/failure.ts';
import { submissionFeatures } from '../../widget/contract/policy.ts';
import type { Problem, Receipt } from '../../widget/contract/routes.ts';
import { routes } from '../../widget/contract/routes.ts';
import { parseJson } from '../../widget/service/parse.ts';
import type { HubReply, HubRequest } from '../../widget/service/surroundings.ts';

/** A message as the hub keeps it. */
interface Row {
  readonly body: string;
  readonly receivedAt: string;
}

/** What the hub is to its clients, without its database: the contract's schemas, and one row for an id. */
export class ModelHub {
  /** Id → message. */
  readonly rows = new Map<string, Row>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** 201 for what is new, 200 for the same again, 409 for other bytes under the same id, 400 for what is no message. */
  receive({ url, body = '' }: HubRequest): Answer<HubReply> {
    const feature = submissionFeatures.find((feature) => new URL(url).pathname === routes[feature].path);
    if (feature === undefined) return reply(404, problem('not-found'));
    const message = parseJson(routes[feature].input, body);
    if (message === undefined) return reply(400, problem('bad-request'));
    const { id } = message;
    const known = this.rows.get(id);
    if (known !== undefined && known.body !== body) return reply(409, problem('conflict'));
    const row = known ?? { body, receivedAt: new Date(this.now()).toISOString() };
    this.rows.set(id, row);
    return reply(known === undefined ? 201 : 200, { id, receivedAt: row.receivedAt } satisfies Receipt);
  }
}

/** An answer over the network. */
export function reply(status: number, body: unknown, retryAfter: number | null = null): Answer<HubReply> {
  return success({ status, retryAfter, text: typeof body === 'string' ? body : JSON.stringify(body) });
}

function problem(code: Problem['error']['code']): Problem {
  return { error: { code, message: 'The hub says no.' } };
}
