import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { Db } from '../database/database.ts';
import { whenDatabaseAnswers } from '../database/whenAnswers.ts';
import { plainPage } from '../http/plainPage.ts';
import { problemResponse } from '../http/problem.ts';
import { refuse } from '../http/reply.ts';
import { canConfirm, confirm } from './confirm.ts';
import { canUnsubscribe, unsubscribe } from './unsubscribe.ts';

/** A link from a mail: the page behind it has a button, for mail scanners follow links but press nothing. */
interface LinkPage {
  readonly path: `/${string}`;
  readonly summary: string;
  /** Whether the button would do anything. */
  readonly known: (db: Db, token: string) => Promise<boolean>;
  /** What the button does; false when there is nothing to do it with. */
  readonly act: (db: Db, token: string) => Promise<boolean>;
  readonly question: { readonly title: string; readonly text: string; readonly button: string };
  readonly done: { readonly title: string; readonly text: string };
  readonly gone: { readonly title: string; readonly text: string };
}

export const linkPages: readonly LinkPage[] = [
  {
    path: '/subscriptions/confirm',
    summary: 'Confirm a newsletter sign-up: a page with a button, and what the button does',
    known: canConfirm,
    act: confirm,
    question: {
      title: 'Do you want the newsletter?',
      text: 'It goes to the address at which you got this link. Each issue has a link by which you end it.',
      button: 'Yes, send it to me',
    },
    done: { title: 'You will get the newsletter', text: 'You can close this page.' },
    gone: {
      title: 'This link does not work any more',
      text: 'Sign-ups that nobody confirms are deleted after some days. Sign up again to get a new link.',
    },
  },
  {
    path: '/subscriptions/unsubscribe',
    summary: 'End a newsletter subscription: a page with a button, and what the button does (RFC 8058)',
    known: canUnsubscribe,
    act: unsubscribe,
    question: {
      title: 'Do you want to end the newsletter?',
      text: 'Your address will be deleted here, and nothing more will be sent to it.',
      button: 'Unsubscribe',
    },
    done: { title: 'You are unsubscribed', text: 'Your address is deleted. You can close this page.' },
    gone: {
      title: 'There is nothing to end',
      text: 'No subscription belongs to this link. If you have unsubscribed before, all is done.',
    },
  },
];

/** What stands in a link; anything else leads nowhere. */
const TOKEN = /^[\w-]{43}$/;

/** Largest body of a button: a mail program's one-click has a line. */
const LARGEST = 8 * 1024;

/** Serves the pages behind the links in mails. */
export function serveLinkPages(app: Hono, db: Db): void {
  for (const page of linkPages) {
    const tooLarge = (c: Context) => problemResponse(c, refuse('too-large', 'A button sends nothing.'));
    app.post(page.path, bodyLimit({ maxSize: LARGEST, onError: tooLarge }));
    app.get(page.path, async (c) => {
      const token = tokenOf(c);
      const known = token !== undefined && (await whenDatabaseAnswers(() => page.known(db, token)));
      if (typeof known === 'object') return problemResponse(c, known);
      if (!known) return answer(c, 404, page.gone);
      const { title, text, button } = page.question;
      return plainPage(
        c,
        title,
        html`<p>${text}</p>
<form method="post" action="${page.path}?token=${token}"><button>${button}</button></form>`,
      );
    });
    app.post(page.path, async (c) => {
      await c.req.arrayBuffer();
      const token = tokenOf(c);
      const acted = token !== undefined && (await whenDatabaseAnswers(() => page.act(db, token)));
      if (typeof acted === 'object') return problemResponse(c, acted);
      return acted ? answer(c, 200, page.done) : answer(c, 404, page.gone);
    });
  }
}

function tokenOf(c: Context): string | undefined {
  const token = c.req.query('token');
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

function answer(c: Context, status: 200 | 404, { title, text }: LinkPage['done']): Promise<Response> {
  c.status(status);
  return plainPage(c, title, html`<p>${text}</p>`);
}
