import type { VNode } from 'preact';
import type { WaitingMessage } from '../../contract/calls.ts';
import type { Actions } from './actions.tsx';
import { RefusedActions } from './messageActions.tsx';
import { RefusedWithdrawal } from './Withdraw.tsx';

/** What can be done about a message or withdrawal that the hub did not take. */
export function Refused(props: { message: WaitingMessage; actions: Actions; look: string }): VNode {
  const { message, actions, look } = props;
  return message.kind === 'withdrawal' ? (
    <RefusedWithdrawal {...actions} id={message.id} look={look} />
  ) : (
    <RefusedActions {...actions} message={message} look={look} />
  );
}
