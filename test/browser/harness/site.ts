import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';

/** What is served under an address; 200 and `text/html` unless it says otherwise. */
export interface Resource {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body: string | Uint8Array;
}

/** A request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Name and value of every header, in the order and the letters in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** Path, or path and query, → what is served there. The table may change while the site is up. */
export type Table = Record<string, Resource | ((request: RecordedRequest) => Resource | Promise<Resource>)>;

export interface Site {
  readonly port: number;
  /** `http://crm.test:1234`; no slash at the end. */
  origin(host?: string): string;
  /** Everything that was asked so far. */
  readonly requests: readonly RecordedRequest[];
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Serves the table on a free port of loopback, under whatever host name leads there. An address not in it is a 404. */
export async function serve(table: Table): Promise<Site> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = { ...headOf(incoming), body: await bodyOf(incoming) };
    requests.push(request);
    const entry = table[request.url] ?? table[new URL(request.url, 'http://site').pathname];
    const resource = typeof entry === 'function' ? await entry(request) : entry;
    const { status = 200, headers = {}, body } = resource ?? { status: 404, body: 'Not found' };
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port.');
  const { port } = address;
  return {
    port,
    origin: (host = '127.0.0.1') => `http://${host}:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headOf({ method = '', url = '', rawHeaders }: IncomingMessage): Omit<RecordedRequest, 'body'> {
  const headers = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] satisfies [string, string]] : [],
  );
  return { method, url, headers };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
