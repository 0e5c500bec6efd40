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

async function edit({ person, listed }: Story, { view, amount }: Step): Promise<void> {
  const { waiting } = await listed();
  const message = pick(
    waiting.filter((each) => isRefused(each) && !isWithdrawal(each)),
    amount,
  );
  if (message) person.edit(view, message);
}

async function withdraw({ person, listed }: Story, { view, amount }: Step): Promise<void> {
  const { waiting, delivered } = await listed();
  const offered = waiting.filter((each) => isRefused(each) || !isWithdrawal(each));
  const message = pick([...offered, ...delivered], amount);
  if (message) person.withdraw(view, message.id);
}

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
  /** The hub gets it, and the browser is told that it did not, and at the next try that it must not. */
  'compose what arrives and is refused': async (story, step) => {
    const { network, world } = story.stage;
    network.weather = ['reset, though processed', '403 of a proxy'];
    await acts.compose(story, { ...step, amount: 40 });
    await world.pass(MINUTE);
  },
  edit,
  /** Takes a text back into its form, writes another in its place and sends that. */
  rewrite: async (story, step) => {
    const { person, stage } = story;
    await edit(story, step);
    await stage.world.move(step.amount);
    person.write(step.view);
    await stage.world.move(step.amount);
    person.send(step.view);
  },
  withdraw,
  'withdraw in vain': async (story, step) => {
    const { network, world } = story.stage;
    await withdraw(story, step);
    network.weather = ['403 of a proxy'];
    await world.move(40);
  },
  'withdraw from the log': ({ person, logged }, { view, amount }) => {
    const id = pick(logged(), amount);
    if (id) person.withdraw(view, id);
  },
  'leave at the hub': async ({ person, listed }, { view, amount }) => {
    const { waiting } = await listed();
    const withdrawal = pick(
      waiting.filter((each) => isRefused(each) && isWithdrawal(each)),
      amount,
    );
    if (withdrawal) person.leave(view, withdrawal.id);
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
