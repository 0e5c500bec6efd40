import type { Browser } from 'puppeteer-core';
import { bidi } from '../harness/bidi.ts';

/** Evaluates an expression with the rights of Firefox itself, in its window. It has to result in JSON, as a string. */
export async function inFirefoxWindow(browser: Browser, expression: string): Promise<unknown> {
  const { contexts } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as Tree;
  const target = { context: contexts[0]?.context };
  const answer = await bidi(browser, 'script.evaluate', { expression, target, awaitPromise: true });
  const { result, exceptionDetails } = answer as Evaluation;
  if (result?.value === undefined) throw new Error(exceptionDetails?.text ?? 'It resulted in nothing.');
  return JSON.parse(result.value);
}

interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

interface Evaluation {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}
