import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DOCUMENT, runFetched } from './generators.js';

/** An operation of openapi.yaml by its id, and its path. */
export interface Operation {
  readonly id: string;
  readonly path: string;
}
type Query = Readonly<Record<string, unknown>>;
interface Answer {
  readonly status: number;
  readonly body: unknown;
}
/** Sends a request with generated code. */
export type Send = (operation: Operation, query: Query) => Promise<Answer>;
interface Target {
  readonly url: string;
  /** Undefined: none is sent. */
  readonly token: string | undefined;
}

/** A program that generates TypeScript from an OpenAPI document, and how a developer uses the code. */
export interface ClientGenerator {
  readonly name: string;
  /** Writes the code into a folder. */
  generate(folder: string): Promise<void>;
  /** @param folder of the compiled code */
  client(folder: string, target: Target): Send;
}

type Call = (...args: readonly unknown[]) => Promise<Record<string, unknown>>;
type Calls = Readonly<Record<string, Call>>;

const load = (folder: string, file: string): Record<string, unknown> =>
  createRequire(import.meta.url)(join(folder, file)) as Record<string, unknown>;

const bearer = ({ token }: Target): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

const callOf = (calls: unknown, id: string): Call => {
  const call = (calls as Calls)[id];
  if (!call) throw new Error(`there is no ${id} in the generated code`);
  return call.bind(calls);
};

const heyApi: ClientGenerator = {
  name: '@hey-api/openapi-ts',
  generate: (folder) =>
    runFetched('openapi-ts', ['-i', DOCUMENT, '-o', folder, '-c', '@hey-api/client-fetch']),
  client(folder, target) {
    const { createClient } = load(folder, 'client/index.js') as {
      createClient: (o: object) => object;
    };
    const client = createClient({ baseUrl: target.url, headers: bearer(target) });
    return async ({ id }, query) => {
      const answer = await callOf(load(folder, 'sdk.gen.js'), id)({ client, query });
      const { status } = answer['response'] as Response;
      return { status, body: answer['data'] ?? answer['error'] };
    };
  },
};

const swaggerTypescriptApi: ClientGenerator = {
  name: 'swagger-typescript-api',
  generate: (folder) =>
    runFetched('swagger-typescript-api', [
      'generate',
      '-p',
      DOCUMENT,
      '-o',
      folder,
      '-n',
      'api.ts',
    ]),
  client(folder, target) {
    const { Api } = load(folder, 'api.js') as { Api: new (o: object) => Record<string, Calls> };
    const api = new Api({ baseUrl: target.url, baseApiParams: { headers: bearer(target) } });
    return async ({ id, path }, query) => {
      const call = callOf(api[path.split('/')[1] ?? ''], id);
      // It throws the answer when that is an error.
      const answer = await call(query).catch((error: unknown) => error as Record<string, unknown>);
      return { status: Number(answer['status']), body: answer['data'] ?? answer['error'] };
    };
  },
};

const orval: ClientGenerator = {
  name: 'orval',
  generate: (folder) =>
    runFetched('orval', [
      '--input',
      DOCUMENT,
      '--output',
      join(folder, 'api.ts'),
      '--client',
      'fetch',
    ]),
  client(folder, target) {
    const send = fetch;
    return async ({ id }, query) => {
      // Its functions request a path, which a browser resolves against the address of its page.
      globalThis.fetch = (path, options) => send(new URL(path, target.url), options);
      try {
        const answer = await callOf(load(folder, 'api.js'), id)(query, { headers: bearer(target) });
        return { status: Number(answer['status']), body: answer['data'] };
      } finally {
        globalThis.fetch = send;
      }
    };
  },
};

const openapiTypescriptCodegen: ClientGenerator = {
  name: 'openapi-typescript-codegen',
  generate: (folder) => runFetched('openapi', ['-i', DOCUMENT, '-o', folder, '--useOptions']),
  client(folder, target) {
    const { OpenAPI, WeatherService } = load(folder, 'index.js') as Record<string, object>;
    return async ({ id }, query) => {
      Object.assign(OpenAPI ?? {}, { BASE: target.url, TOKEN: target.token });
      try {
        return { status: 200, body: await callOf(WeatherService, id)(query) };
      } catch (error) {
        return error as Answer;
      }
    };
  },
};

export const CLIENT_GENERATORS = [heyApi, swaggerTypescriptApi, orval, openapiTypescriptCodegen];
