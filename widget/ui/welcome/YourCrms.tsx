import type { VNode } from 'preact';
import type { Site } from '../../contract/calls.ts';
import { addressOf } from '../frame/crm.ts';
import { moreTexts } from '../moreTexts.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';

/** On a page that is no CRM: the way to those that are. */
export function YourCrms({ sites }: { sites: readonly Site[] }): VNode {
  const t = moreTexts.crms;
  return (
    <>
      <div class="question">
        <h2>{t.title}</h2>
        <p class="soft">{t.text}</p>
      </div>
      <h3 class="group">{texts.frame.crms}</h3>
      {sites.length === 0 && <p class="note soft">{t.none}</p>}
      <ul>
        {sites.map(({ baseUrl, company, product, version }) => (
          <li key={baseUrl}>
            <a class="crm" href={baseUrl} target="_blank" rel="noopener noreferrer">
              <span class="grow">
                <b>{company ?? addressOf(baseUrl)}</b>
                <span class="meta">{addressOf(baseUrl)}</span>
              </span>
              <span class="meta">
                {product} {version}
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
