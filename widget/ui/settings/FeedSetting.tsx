import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Output } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import { Field } from '../forms/Field.tsx';
import type { Home } from '../home.ts';
import { moreTexts } from '../moreTexts.ts';
import { moment } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { Setting } from './Setting.tsx';

function explain(failure: FailureCode): string {
  const ofFeeds: { [F in FailureCode]?: string } = moreTexts.settings.feedFailures;
  return ofFeeds[failure] ?? texts.failures[failure];
}

/** The news feed beside the hub's: how it went with it last, or where to enter one. */
export function FeedSetting(props: { home: Home; settings: Output<'settings'>; onChange: () => void }): VNode {
  const t = moreTexts.settings;
  const { home, settings, onChange } = props;
  const { feed, feedTried } = settings;
  const { addFeed } = home;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  // The browser asks only when this is the first thing that a click does.
  const add = (address: string) => {
    const adding = addFeed?.(address);
    setBusy(true);
    adding?.then((answer) => {
      setBusy(false);
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) onChange();
    });
  };

  if (feed === null) {
    if (!addFeed || settings.managed.includes('feed')) {
      return <Setting label={t.feed} managed={settings.managed.includes('feed')} value={t.none} hint={t.feedInTab} />;
    }
    return (
      <form
        class="setting"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) add(event.currentTarget.querySelector('input')?.value.trim() ?? '');
        }}
      >
        <Field
          name="feed"
          label={t.feed}
          hint={t.feedHint}
          error={failure && explain(failure)}
          control={(tie) => (
            <input {...tie} type="url" dir="ltr" maxLength={limits.url} placeholder="https://" readOnly={busy} />
          )}
        />
        <button type="submit" class="button" aria-busy={busy}>
          {t.add}
        </button>
      </form>
    );
  }
  const tried = feedTried?.failure ? explain(feedTried.failure) : feedTried ? t.fetched(moment(feedTried.at)) : '';
  const isForbidden = feedTried?.failure === 'not-allowed' && addFeed !== undefined;
  return (
    <>
      <Setting label={t.feed} managed={settings.managed.includes('feed')} hint={tried}>
        <button type="button" class="link" onClick={() => home.call('changeSettings', { feed: null }).then(onChange)}>
          {t.remove}
          <span class="heard"> {feed}</span>
        </button>
      </Setting>
      <p class="setting address" dir="ltr">
        {feed}
        {isForbidden && (
          <button type="button" class="button small" aria-busy={busy} onClick={() => add(feed)}>
            {t.allow}
          </button>
        )}
      </p>
    </>
  );
}
