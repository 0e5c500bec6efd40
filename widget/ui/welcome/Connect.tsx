import type { VNode } from 'preact';
import type { Call } from '../../contract/calls.ts';
import { laterTexts } from '../laterTexts.ts';
import { focusFirst } from '../shared/focus.ts';
import { HubForm } from './HubForm.tsx';

/** No hub is set: asks for it. Whoever has no address yet goes on without. */
export function Connect(props: { call: Call; onConnected: () => void; onLater: () => void }): VNode {
  const t = laterTexts.connect;
  return (
    <div class="middle question" ref={focusFirst}>
      <h2>{t.title}</h2>
      <p class="soft">{t.text}</p>
      <HubForm call={props.call} hub={null} onConnected={props.onConnected}>
        <button type="button" class="button" onClick={props.onLater}>
          {t.notNow}
        </button>
      </HubForm>
    </div>
  );
}
