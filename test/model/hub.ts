import type { Answer } from '../../widget/contract/failure.ts';
import { success } from '../../widget/contract/failure.ts';
import { submissionFeatures } from '../../widget/contract/policy.ts';
import type { Problem, Receipt, Withdrawn } from '../../widget/contract/routes.ts';
import { routes } from '../../widget/contract/routes.ts';
import { parseJson } from '../../widget/service/parse.ts';
import { sha256 } from '../../widget/service/submissions/sha256.ts';
import type { HubReply, HubRequest } from '../../widget/service/surroundings.ts';

/** A message as the hub keeps it. */
interface Row {
  readonly body: string;
  readonly withdrawHash: string;
  readonly receivedAt: string;
}

/** What the hub is to its clients, without its database: the contract's schemas, and one row for an id. */
export class ModelHub {
  /** Id → message. */
  readonly rows = new Map<string, Row>();
  /** Id of what was withdrawn → when. */
  readonly withdrawn = new Map<string, string>();
  /** Ids of what it gave a receipt for. */
  readonly acknowledged = new Set<string>();
  /** Id and hash of what was withdrawn before it came → when. */
  private readonly announced = new Map<string, string>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** What the hub answers to a message, or to the withdrawal of one; 404 to all else. */
  receive({ url, body = '' }: HubRequest): Answer<HubReply> {
    const { pathname } = new URL(url);
    if (pathname === routes.withdrawal.path) return this.withdraw(body);
    const feature = submissionFeatures.find((feature) => pathname === routes[feature].path);
    if (feature === undefined) return reply(404, problem('not-found'));
    const message = parseJson(routes[feature].input, body);
    if (message === undefined) return reply(400, problem('bad-request'));
    return this.store(message, body);
  }

  /** 201 for what is new, 200 for the same again, 409 for other bytes under the same id, 410 for what was withdrawn. */
  private store({ id, withdrawHash }: { id: string; withdrawHash: string }, body: string): Answer<HubReply> {
    const known = this.rows.get(id);
    const told = this.withdrawn.get(id) ?? (known ? undefined : this.announced.get(`${id} ${withdrawHash}`));
    if (told !== undefined) {
      this.withdrawn.set(id, told);
      return reply(410, problem('withdrawn'));
    }
    if (known !== undefined && known.body !== body) return reply(409, problem('conflict'));
    const row = known ?? { body, withdrawHash, receivedAt: this.time() };
    this.rows.set(id, row);
    this.acknowledged.add(id);
    return reply(known === undefined ? 201 : 200, { id, receivedAt: row.receivedAt } satisfies Receipt);
  }

  /** 200 however often and whether or not the message came yet, 403 for another secret than its own. */
  private withdraw(body: string): Answer<HubReply> {
    const told = parseJson(routes.withdrawal.input, body);
    if (told === undefined) return reply(400, problem('bad-request'));
    const { id } = told;
    const withdrawHash = sha256(told.secret);
    const row = this.rows.get(id);
    if (row && row.withdrawHash !== withdrawHash) return reply(403, problem('not-yours'));
    const withdrawnAt = this.withdrawn.get(id) ?? this.time();
    if (row) this.withdrawn.set(id, withdrawnAt);
    else this.announced.set(`${id} ${withdrawHash}`, withdrawnAt);
    this.rows.delete(id);
    return reply(200, { id, withdrawnAt } satisfies Withdrawn);
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

/** An answer over the network. */
export function reply(status: number, body: unknown, retryAfter: number | null = null): Answer<HubReply> {
  return success({ status, retryAfter, text: typeof body === 'string' ? body : JSON.stringify(body) });
}

function problem(code: Problem['error']['code']): Problem {
  return { error: { code, message: 'The hub says no.' } };
}
