import { rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bundleScript } from '../../../scripts/bundle.ts';
import { bundles } from '../../../scripts/bundles.ts';
import { rowsIn } from '../../hub/rows.ts';
import { listed, newFolder, spawnHub } from '../../hub/spawned.ts';
import type { RecordedRequest } from '../harness/site.ts';
import type { WireRequest } from '../harness/wire.ts';
import { listenIn } from '../harness/wire.ts';

/** What becomes of a feedback at the door: to the hub and back, to the hub alone, or nowhere until the door is opened. */
type Fate = 'delivered' | 'receipt lost' | 'held';

/** A real hub behind a door that records all that comes, and that can fail like a network. It serves the drop-in as it is now. */
export interface Hub {
  /** Its address, as it stands in `data-hub`. */
  readonly url: string;
  /** Everything that was asked so far. */
  readonly requests: RecordedRequest[];
  /** The same in the bytes in which it came. */
  readonly wire: readonly WireRequest[];
  /** The drop-in's scripts as they are now: path → text. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Those of them that got a receipt. */
  readonly acknowledged: RecordedRequest[];
  /** For the feedback from now on. */
  fate: Fate;
  /** Breaks every connection, as if there were no hub. */
  down: boolean;
  /** Breaks the connections of the feedback that was held. */
  dropHeld(): void;
  /** Lets the hub have the feedback that was held, whoever still waits for the answer; resolves once it has it. */
  passHeldOn(): Promise<void>;
  /** Kills the hub with SIGKILL and starts it again, on another database if one is given; meanwhile there is none. */
  crash(database?: Record<string, string>): Promise<void>;
  /** Bytes a second that come through the door; as fast as they can unless it is set. */
  pace: number;
  /** Each message in the hub's database: its id, the text of a feedback, and all its fields. */
  stored(): Promise<readonly StoredMessage[]>;
  /** Table → its rows: all that is in the hub's own database. The hub is stopped for it, and started again. */
  rows(): Promise<Record<string, unknown[]>>;
  stop(): Promise<void>;
}

interface StoredMessage {
  readonly id: string;
  readonly text: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** The one address of its own that the door has: it gives a cookie, which the hub never does. */
export const COOKIE_PAGE = '/cookie';

export async function startHub(): Promise<Hub> {
  const folder = newFolder();
  let variables: Record<string, string> = { DATA_DIR: folder };
  const scripts = await dropinScripts();
  let hub = await spawnHub(variables);
  const held: { request: RecordedRequest; response: ServerResponse }[] = [];
  const requests: RecordedRequest[] = [];
  const acknowledged: RecordedRequest[] = [];
  const door = createServer(async (incoming, response) => {
    const request = await record(incoming, () => self.pace);
    requests.push(request);
    if (self.down) {
      response.destroy();
      return;
    }
    if (request.url === COOKIE_PAGE) {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'visitor=42; Path=/' });
      response.end('<!doctype html><link rel="icon" href="data:,">');
      return;
    }
    const script = scripts.get(request.url);
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(script);
      return;
    }
    const fate = request.method === 'POST' ? self.fate : 'delivered';
    if (fate === 'held') {
      held.push({ request, response });
      return;
    }
    await passOn(request, response, fate === 'receipt lost');
  });

  async function passOn(request: RecordedRequest, response: ServerResponse, loseAnswer = false): Promise<void> {
    const answer = await forward(hub.url, request).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (answer === null || typeof text !== 'string' || loseAnswer) response.destroy();
    // Nobody may be there any more who could read it.
    else if (!response.destroyed) {
      if (request.method === 'POST' && answer.ok) acknowledged.push(request);
      response.writeHead(answer.status, headersOf(answer)).end(text);
    }
  }

  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port.');
  const self: Hub = {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    wire: listenIn(door),
    scripts,
    acknowledged,
    fate: 'delivered',
    down: false,
    pace: Infinity,
    dropHeld() {
      for (const { response } of held.splice(0)) response.destroy();
    },
    async passHeldOn() {
      for (const { request, response } of held.splice(0)) await passOn(request, response);
    },
    async crash(database = variables) {
      hub.signal('SIGKILL');
      await hub.ended;
      variables = database;
      hub = await spawnHub(variables);
    },
    stored: async () => (await listed(variables)).map(({ id, fields }) => ({ id, text: fields.text, fields })),
    async rows() {
      hub.signal('SIGTERM');
      await hub.ended;
      const rows = await rowsIn(folder);
      hub = await spawnHub(variables);
      return rows;
    },
    async stop() {
      door.closeAllConnections();
      door.close();
      hub.signal('SIGTERM');
      await hub.ended;
      rmSync(folder, { recursive: true });
    },
  };
  return self;
}

/** Path → script, each bundled as the build does it. */
async function dropinScripts(): Promise<Map<string, string>> {
  const ours = bundles.filter(({ output }) => output.startsWith('dropin/'));
  const scripts = ours.map(async (bundle): Promise<[string, string]> => {
    const { text } = await bundleScript(bundle, {});
    return [`/${basename(bundle.output)}`, text];
  });
  return new Map(await Promise.all(scripts));
}

async function record(incoming: IncomingMessage, pace: () => number): Promise<RecordedRequest> {
  const { method = '', url = '', rawHeaders } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
    // A slow line: what has not been read yet waits with the sender.
    if (pace() !== Infinity) await pause((chunk.length / pace()) * 1000);
  }
  const headers = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? '']] : [],
  );
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** Without what was true of the bytes on the hub's own connection. */
function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(
      ([name]) => !/^(content-encoding|content-length|connection|keep-alive|transfer-encoding)$/.test(name),
    ),
  );
}

function forward(hub: string, { method, url, headers, body }: RecordedRequest): Promise<Response> {
  // Of these the forwarding connection has its own.
  const own = /^(host|connection|content-length|transfer-encoding|accept-encoding|sec-.*)$/;
  const passed = headers.filter(([name]) => !own.test(name)).map(([name, value]): [string, string] => [name, value]);
  return fetch(hub + url, { method, headers: passed, ...(method === 'POST' ? { body } : {}) });
}
