import type { View } from '../extension/view.ts';

declare const chrome: {
  runtime: { sendMessage(question: object): Promise<{ ok: boolean; value: { message: string } }> };
};

/**
 * Writes and sends so many texts from an open panel as fast as it gets answers. Returns those that the background said it
 * keeps.
 */
export async function burst(view: View, title: string, count: number): Promise<string[]> {
  const accepted = await view.evaluate(sendMany, title, count);
  return accepted.split('\n').filter((text) => text !== '');
}

async function sendMany(title: string, count: number): Promise<string> {
  const accepted: string[] = [];
  for (let i = 1; i <= count; i++) {
    const text = `${title}, ${i} of ${count}.`;
    const input = { feature: 'feedback', typed: { text }, switched: [] };
    const prepared = await chrome.runtime.sendMessage({ call: 'prepare', input });
    if (!prepared.ok) continue;
    const { message } = prepared.value;
    const sent = await chrome.runtime.sendMessage({ call: 'send', input: { feature: 'feedback', message } });
    if (sent.ok) accepted.push(text);
  }
  return accepted.join('\n');
}
