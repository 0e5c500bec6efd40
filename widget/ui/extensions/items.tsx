import type { VNode } from 'preact';
import type { Price } from '../../contract/catalogue.ts';
import { moreTexts } from '../moreTexts.ts';
import { focusNow } from '../shared/focus.ts';
import { locale } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { LaterIcon } from '../shared/LaterIcon.tsx';
import type { Recommendations } from './Extensions.tsx';

type Extension = Recommendations['extensions'][number];

/** `Free`, `€12 a month`. */
function priceText(price: Price): string {
  const t = moreTexts.extensions;
  if (price === null) return t.free;
  const { amount, currency, per } = price;
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return t.per[per](amount.toLocaleString(locale, { style: 'currency', currency, ...digits }));
}

/** What it does, why it is recommended, and whether it fits. */
export function Recommended(props: { extension: Extension; focused: boolean; onDismiss: () => void }): VNode {
  const t = moreTexts.extensions;
  const { name, publisher, summary, reason, price, worksWith, compatible, url, icon } = props.extension;
  return (
    <li class="extension">
      <span class="tile">
        <LaterIcon name={icon} />
      </span>
      <div class="grow">
        <div class="head">
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <span>{priceText(price)}</span>
        </div>
        <p class="meta">
          <bdi>{publisher}</bdi>
        </p>
        <p class="summary">
          <bdi>{summary}</bdi>
        </p>
        <p class="soft">
          <bdi>{reason}</bdi>
        </p>
        <div class="actions">
          <span class="meta grow">
            {compatible === 'no' && <b>{t.doesNotFit} </b>}
            {t.worksWith(worksWith.from, worksWith.to)}
          </span>
          <button
            type="button"
            class="meta"
            aria-label={`${t.notForUs}: ${name}`}
            ref={props.focused ? focusNow : null}
            onClick={props.onDismiss}
          >
            {t.notForUs}
          </button>
          <a class="button small" href={url} target="_blank" rel="noopener noreferrer">
            <span>
              {t.view}
              <span class="heard">{t.newTab(name)}</span>
            </span>
            <Icon name="external" />
          </a>
        </div>
      </div>
    </li>
  );
}

export function Installed({ extension }: { extension: Extension }): VNode {
  const t = moreTexts.extensions;
  return (
    <li class="extension">
      <span class="tile">
        <LaterIcon name={extension.icon} />
      </span>
      <div class="grow">
        <h3 class="read">
          <bdi>{extension.name}</bdi>
        </h3>
        <p class="meta">
          <bdi>{extension.publisher}</bdi>
          {extension.installedVersion && t.version(extension.installedVersion)}
        </p>
      </div>
      <span class="tag ok">
        <Icon name="check" />
        {t.installed}
      </span>
    </li>
  );
}
