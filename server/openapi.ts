import * as z from 'zod/mini';
import type { RouteName } from '../widget/contract/routes.ts';
import { problem, routes } from '../widget/contract/routes.ts';
import { linkPages } from './newsletter/pages.ts';

const summaries: Readonly<Record<RouteName, string>> = {
  news: 'The news, as RSS 2.0',
  extensions: 'Recommended extensions, best first',
  feedback: 'Send feedback: 201 the first time, 200 for the same again, 409 for other bytes under the same id',
  issue: 'Report an issue; answers as for feedback',
  newsletter: 'Sign up for the newsletter; answers as for feedback, whether or not the address is known',
  withdrawal:
    'Take back what was sent, before it came or after: 200 however often, 403 for another secret than its own',
  health: 'Whether the process lives',
  ready: 'Whether its database answers',
};

/** The contract as an OpenAPI 3.1 document. */
export function openapi() {
  const paths = Object.fromEntries(
    (Object.keys(routes) as RouteName[]).map((name) => [
      routes[name].path,
      { [routes[name].method.toLowerCase()]: operation(name) },
    ]),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Noticeboard hub', version: '1' },
    paths: { ...paths, ...Object.fromEntries(linkPages.map((page) => [page.path, pageOperations(page)])) },
    components: { schemas: { Problem: jsonSchema(problem) } },
  };
}

function operation(name: RouteName) {
  const route = routes[name];
  const input = jsonSchema(route.input);
  const answer = {
    description: 'The answer',
    content:
      'output' in route
        ? { 'application/json': { schema: jsonSchema(route.output) } }
        : { 'application/rss+xml': { schema: { type: 'string' } } },
  };
  const problems = {
    description: 'What went wrong',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  if (route.method === 'GET') {
    const parameters = Object.entries(input.properties ?? {}).map(([parameter, schema]) => ({
      name: parameter,
      in: 'query',
      required: input.required?.includes(parameter) ?? false,
      schema,
    }));
    return { operationId: name, summary: summaries[name], parameters, responses: { 200: answer, default: problems } };
  }
  return {
    operationId: name,
    summary: summaries[name],
    requestBody: { required: true, content: { 'application/json': { schema: input } } },
    responses: { 200: answer, 201: answer, default: problems },
  };
}

function pageOperations({ path, summary }: (typeof linkPages)[number]) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const token = { name: 'token', in: 'query', required: true, schema: { type: 'string' } };
  const page = { description: 'A page for people', content: { 'text/html': { schema: { type: 'string' } } } };
  const responses = { 200: page, 404: page };
  return {
    get: { operationId: `${name}Page`, summary, parameters: [token], responses },
    post: { operationId: name, summary, parameters: [token], responses },
  };
}

function jsonSchema(schema: z.ZodMiniType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
