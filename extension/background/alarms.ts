import { browser } from '../browser.ts';

export const OUTBOX_ALARM = 'outbox';
export const NEWS_ALARM = 'news';

/** Chromium lets no alarm come sooner, in milliseconds; a background lives about as long without one. */
const SOONEST_ALARM = 30_000;
/** A background that died before it could ask for its next call is called after so many minutes all the same. */
const OUTBOX_PERIOD = 60;
/** How often it is looked whether the news are six hours old, in minutes. */
const NEWS_PERIOD = 60;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Has `wake` called at that time (milliseconds since 1970); the alarm comes even if this background is gone by then. */
export async function wakeAt(time: number, wake: () => void): Promise<void> {
  const delay = Math.max(0, time - Date.now());
  clearTimeout(timer);
  timer = delay < SOONEST_ALARM ? setTimeout(wake, delay) : undefined;
  const when = Date.now() + Math.max(delay, SOONEST_ALARM);
  await browser.alarms.create(OUTBOX_ALARM, { when, periodInMinutes: OUTBOX_PERIOD });
}

/** Sets the alarm that looks for news. One that is already set is left alone: set anew at every start, it would never come. */
export async function keepNewsAlarm(): Promise<void> {
  if (await browser.alarms.get(NEWS_ALARM)) return;
  await browser.alarms.create(NEWS_ALARM, { periodInMinutes: NEWS_PERIOD });
}
