import type { WaitingMessage } from '../../widget/contract/calls.ts';
import type { View } from './home.ts';
import type { FateName } from './network.ts';
import { fates } from './network.ts';
import type { Story } from './story.ts';

/** Something that a person, the browser, the network or the clock does. `amount` is read by each as it needs it. */
export interface Step {
  readonly act: keyof typeof acts;
  readonly view: View;
  readonly amount: number;
  /** How many of the things that can happen at once do happen before the next step. */
  readonly moves: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const spans = [0, 1, 400, 2_000, 7_000, 19_999, 31_000, 5 * MINUTE, 40 * MINUTE, 2 * HOUR, 9 * HOUR];
const YEARS = 10 * 365 * 24 * HOUR;
const jumps = [-YEARS, -9 * HOUR, -10 * MINUTE, -25_000, -900, 900, 25_000, 10 * MINUTE, 9 * HOUR, YEARS];

const fateNames = Object.keys(fates) as FateName[];

const pick = <T>(list: readonly T[], amount: number): T | undefined => list[amount % list.length];

/** Whatever can happen in a story. */
export const acts = {
  write: ({ person }, { view }) => person.write(view),
  show: ({ person }, { view }) => person.show(view),
  send: ({ person }, { view }) => person.send(view),
  /** Writes, or takes what stands in the form, and sends it. */
  compose: async ({ person, stage }, { view, amount }) => {
    person.show(view);
    await stage.world.move(amount);
    person.send(view);
  },
  'send from both': ({ person }, { view }) => person.sendFromBoth(view),
  reopen: ({ person }, { view }) => person.reopen(view),
  look: ({ person }, { view }) => person.look(view),
  'try now': ({ person }, { view }) => person.tryNow(view),
  edit: async ({ person, listed }, { view, amount }) => {
    const { waiting } = await listed();
    const message = pick(
      waiting.filter((each) => isRefused(each) && !isWithdrawal(each)),
      amount,
    );
    if (message) person.edit(view, message);
  },
  discard: async ({ person, listed }, { view, amount }) => {
    const { waiting } = await listed();
    const message = pick(
      waiting.filter((each) => isRefused(each) || !isWithdrawal(each)),
      amount,
    );
    if (message) person.discard(view, message);
  },
  withdraw: async ({ person, listed }, { view, amount }) => {
    const { waiting, delivered } = await listed();
    const offered = waiting.filter((each) => isRefused(each) || !isWithdrawal(each));
    const message = pick([...offered, ...delivered], amount);
    if (message) person.withdraw(view, message);
  },
  weather: ({ stage }, { amount }) => {
    const fate = pick(fateNames, amount);
    if (fate) stage.network.weather.push(fate);
  },
  online: ({ home }) => home.goOnline(),
  kill: ({ home }, { view }) => home.kill(view),
  restart: ({ home }) => home.restart(),
  update: (story) => story.update(),
  browse: ({ home }) => home.browse(),
  'power cut': (story) => story.cutPower(),
  'disk full': (story) => story.fillDisk(),
  'disk has room': ({ stage }) => {
    stage.disk.full = false;
  },
  'clock jumps': (story, { amount }) => story.jump(pick(jumps, amount) ?? 0),
  wait: ({ stage }, { amount }) => stage.world.pass(pick(spans, amount) ?? 0),
} satisfies Record<string, (story: Story, step: Step) => void | Promise<void>>;

function isRefused({ state }: WaitingMessage): boolean {
  return state === 'refused';
}

function isWithdrawal({ kind }: WaitingMessage): boolean {
  return kind === 'withdrawal';
}
