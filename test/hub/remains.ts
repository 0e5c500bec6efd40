import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirmationTokens } from '../../server/newsletter/tables.ts';
import { hashOf } from '../../server/newsletter/token.ts';
import { feedback, issue, post, signUp } from './envelope.ts';
import type { TestHub } from './inProcess.ts';

/** What one person sent, made so that each piece can be found again among a folder's bytes. */
export interface Recognisable {
  readonly messages: readonly { readonly id: string }[];
  /** What a piece is → its bytes. */
  readonly pieces: Readonly<Record<string, string>>;
}

/** Sends feedback, a report with a picture, and two sign-ups, of which one is confirmed. */
export async function sendRecognisable(hub: TestHub): Promise<Recognisable> {
  const word = randomBytes(6).toString('hex');
  const picture = randomBytes(700_000).toString('base64');
  const pieces = {
    text: `recognisable ${word}`,
    'address of an answer': `answer-${word}@person.example`,
    'address that waits': `waits-${word}@person.example`,
    'address of a subscriber': `reads-${word}@person.example`,
    name: `Ada ${word}`,
    'beginning of a picture': picture.slice(0, 60),
    'middle of a picture': picture.slice(500_000, 500_060),
  };
  const waits = signUp({ email: pieces['address that waits'], name: pieces.name });
  const reads = signUp({ email: pieces['address of a subscriber'], name: pieces.name });
  const written = feedback({ text: pieces.text, email: pieces['address of an answer'] });
  const report = issue({ happened: pieces.text, screenshot: `data:image/webp;base64,${picture}` });
  await hub.ask('/v1/feedback', post(written));
  await hub.ask('/v1/issues', post(report));
  for (const message of [waits, reads]) await hub.ask('/v1/subscriptions', post(message));
  const token = randomUUID();
  await hub.database.db.insert(confirmationTokens).values({ hash: hashOf(token), signUpId: reads.id });
  await hub.ask(`/subscriptions/confirm?token=${token}`, { method: 'POST' });
  return { messages: [written, report, waits, reads], pieces };
}

/** Which of the pieces stand in any file of the folder, and in which. */
export function remainsIn(folder: string, pieces: Recognisable['pieces']): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const content = readFileSync(join(parentPath, name));
    return Object.entries(pieces)
      .filter(([, bytes]) => content.includes(bytes))
      .map(([piece]) => `${piece} in ${name}`);
  });
}
