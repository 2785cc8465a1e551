import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ABOUT } from '../src/about.js';
import type { ApiProcess, LogLine } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { LoadedPackages } from './support/preloads/loaded-packages.js';
import { OtlpSink, type ToldSpan } from './support/sinks/otlp-sink.js';
import { villagePosition } from './support/positions.js';
import { ONCE, World } from './support/world.js';

const USER = 'watch-canary';
const MY_ID = '0f3c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e';
/** A batch is sent every two seconds; the SDK tries again for five before it gives one up. */
const TOLD_WITHIN_MS = 15_000;

let sink: OtlpSink;
let world: World;

beforeAll(async () => {
  sink = await new OtlpSink().start();
  const environment = { REGION: 'eu-test', OTEL_EXPORTER_OTLP_ENDPOINT: sink.endpoint };
  world = await World.start({ environment });
});
afterAll(async () => {
  await (world as World | undefined)?.stop();
  await sink.stop();
});
afterEach(() => {
  world.simulator.fault = undefined;
});

interface Caller {
  readonly traceId: string;
  readonly spanId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A caller that traces, and has decided whether this trace is kept. */
function caller(sampled = true): Caller {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return {
    traceId,
    spanId,
    headers: {
      traceparent: `00-${traceId}-${spanId}-0${sampled ? 1 : 0}`,
      tracestate: 'vendor=tracestate-canary',
      baggage: 'user=baggage-canary',
    },
  };
}

async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  api: ApiProcess = world.api,
): Promise<Response> {
  const token = await world.tokenOf(USER);
  return fetch(api.url + path, {
    headers: { ...ONCE.headers, authorization: `Bearer ${token}`, ...headers },
  });
}

/** The spans of a trace once so many have come; the request's own is the last to end. */
function spansOf(traceId: string, count: number): Promise<ToldSpan[]> {
  return eventually(() => {
    const spans = sink.spans.filter((span) => span.traceId === traceId);
    return spans.length >= count && spans;
  }, TOLD_WITHIN_MS);
}

const accessLineOf = (traceId: string, api = world.api): Promise<LogLine> =>
  eventually(() => api.lines.find((line) => line['trace.id'] === traceId && line['url.path']));

/** Levels of what the log says about the traces themselves. */
const said = (api: ApiProcess): unknown[] =>
  api.lines.filter((line) => line['log.logger'] === 'Traces').map((line) => line['log.level']);

async function isAnswered(): Promise<boolean> {
  return (await ask('/prcpt?lt=48.8705&lg=2.3049')).status === 200;
}

describe('a request of somebody who traces', () => {
  const { traceId, spanId, headers } = caller();
  let server: ToldSpan;
  let clients: ToldSpan[];

  beforeAll(async () => {
    expect((await ask('/prcpt?lt=48.8705&lg=2.3049', headers)).status).toBe(200);
    const spans = await spansOf(traceId, 3);
    [server] = spans.filter(({ kind }) => kind === 'server') as [ToldSpan];
    clients = spans.filter(({ kind }) => kind === 'client');
  });

  it('is a span below the caller’s, named by route', () => {
    expect(server).toMatchObject({ parentSpanId: spanId, name: 'GET /prcpt', isError: false });
    expect(server.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/prcpt',
      'http.response.status_code': 200,
    });
    expect(server.resource).toEqual({
      'service.name': ABOUT.name,
      'service.version': ABOUT.version,
      'deployment.environment.name': 'test',
      'cloud.region': 'eu-test',
    });
  });

  it('has below it a span per call to the provider, which gets told of it', () => {
    expect(clients.map(({ name }) => name)).toEqual(['GET place', 'GET conditions']);
    for (const [i, endpoint] of (['search', 'currentconditions'] as const).entries()) {
      const { parentSpanId, spanId: own, attributes } = clients[i] as ToldSpan;
      expect(parentSpanId).toBe(server.spanId);
      expect(attributes).toEqual({
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(world.simulatorUrl).port),
        'mfapi.dataset': ['place', 'conditions'][i],
      });
      const heard = world.simulator.headersOfLast(endpoint);
      expect(heard?.['traceparent']).toBe(`00-${traceId}-${own}-01`);
      // What a caller wrote beside it is not for the provider.
      expect(heard).not.toHaveProperty('tracestate');
      expect(heard).not.toHaveProperty('baggage');
    }
  });

  it('is found in the log by the trace', async () => {
    expect(await accessLineOf(traceId)).toMatchObject({ 'url.path': '/prcpt', 'user.id': USER });
  });

  it('tells no secret, no user, no position and nothing that the caller wrote', async () => {
    const token = await world.tokenOf(USER);
    const cellCentre = '48.869';
    const canaries = ['48.87', '2.304', cellCentre, '2.310', 'lt=', USER, token, 'canary'];
    for (const canary of [...canaries, world.simulator.settings.key, 'apikey', 'bearer']) {
      expect(sink.everything).not.toContain(canary);
    }
  });
});

describe('a request', () => {
  it('that begins a trace has one id in problem, log and span, and keeps its own', async () => {
    const answer = await ask('/prcpt?lt=1000&lg=2', { 'x-request-id': MY_ID });
    const { traceId } = (await answer.json()) as { traceId: string };

    expect(answer.headers.get('x-request-id')).toBe(MY_ID);
    expect(await accessLineOf(traceId)).toMatchObject({
      'http.request.id': MY_ID,
    });
    expect(await spansOf(traceId, 1)).toMatchObject([
      { name: 'GET /prcpt', attributes: { 'http.response.status_code': 400 }, isError: false },
    ]);
  });

  it('at no route has a name that nobody can make up', async () => {
    const { traceId, headers } = caller();
    await ask('/48.8705/2.3049', headers);

    expect(await spansOf(traceId, 1)).toMatchObject([{ name: 'GET' }]);
  });

  it('whose caller went away has a span, too', async () => {
    world.simulator.fault = { kind: 'hang' };
    const { traceId, headers } = caller();
    const asked = fetch(`${world.api.url}/prcpt?${villagePosition(1)}`, {
      headers: { authorization: `Bearer ${world.token}`, ...headers },
      signal: AbortSignal.timeout(300),
    });
    await expect(asked).rejects.toThrow();

    const spans = await spansOf(traceId, 2);
    expect(spans.find(({ kind }) => kind === 'server')?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/prcpt',
      'error.type': 'aborted',
    });
  });

  it('whose caller keeps no trace is told to nobody, but found in the log', async () => {
    const quiet = caller(false);
    const loud = caller();
    await ask(`/prcpt?${villagePosition(0)}`, quiet.headers);
    const heard = world.simulator.headersOfLast('search')?.['traceparent'];
    await ask(`/prcpt?${villagePosition(0)}`, loud.headers);

    await accessLineOf(quiet.traceId);
    await spansOf(loud.traceId, 1);
    expect(sink.spans.filter(({ traceId }) => traceId === quiet.traceId)).toEqual([]);
    expect(heard).toMatch(new RegExp(`^00-${quiet.traceId}-[0-9a-f]{16}-00$`));
  });

  it.each([
    ['500', 'failing', 500],
    ['cut-json', 'malformed', 200],
  ] as const)('that the provider answers with %s says so: %s', async (kind, code, status) => {
    world.simulator.fault = { kind };
    const { traceId, headers } = caller();
    expect((await ask(`/prcpt?${villagePosition(status)}`, headers)).status).toBe(503);

    const spans = await spansOf(traceId, 2);
    const call = spans.find((span) => span.kind === 'client');
    expect(call).toMatchObject({
      isError: true,
      attributes: { 'error.type': code, 'http.response.status_code': status },
    });
    expect(spans.find((span) => span.kind === 'server')).toMatchObject({
      isError: true,
      attributes: { 'error.type': '503', 'http.response.status_code': 503 },
    });
  });
});

describe('a collector', () => {
  it('that is away costs no answer, is told of once, and gets what comes later', async () => {
    await sink.stop();
    await eventually(async () => {
      expect(await isAnswered()).toBe(true);
      return said(world.api).length > 0;
    }, TOLD_WITHIN_MS);

    await sink.start();
    await eventually(
      async () => (await isAnswered()) && said(world.api).length > 1,
      TOLD_WITHIN_MS,
    );
    expect(said(world.api)).toEqual(['warn', 'info']);
  });

  it('that never answers delays neither an answer nor the stop', async () => {
    const api = await world.startApi();
    sink.status = undefined;
    const told = sink.told.length;
    for (let i = 0; i < 20; i += 1) {
      expect((await ask('/prcpt?lt=48.8705&lg=2.3049', {}, api)).status).toBe(200);
    }
    await eventually(() => sink.told.length > told, TOLD_WITHIN_MS);
    const beganMs = performance.now();
    expect(await api.end()).toBe(0);
    expect(performance.now() - beganMs).toBeLessThan(5_000);
    sink.status = 200;
  });

  it('gets at the stop what it has not got yet', async () => {
    const api = await world.startApi();
    const { traceId, headers } = caller();
    await ask('/uvidx?lt=48.8705&lg=2.3049', headers, api);
    expect(await api.end()).toBe(0);

    expect(sink.spans.filter((span) => span.traceId === traceId).length).toBeGreaterThan(0);
  });
});

describe('OpenTelemetry’s packages', () => {
  it.each([
    ['are not loaded', '', false],
    ['are loaded when there is a collector', 'http://127.0.0.1:1', true],
  ])('%s with OTEL_EXPORTER_OTLP_ENDPOINT=%s', async (_what, endpoint, expected) => {
    const loaded = new LoadedPackages();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...loaded.environment };
    const api = await world.startApi(environment);
    const { traceId, headers } = caller();
    await ask('/nothing', { ...headers, 'x-request-id': MY_ID }, api);

    // prom-client brings the API, which does nothing by itself.
    const { names } = loaded;
    expect(names.has('pino')).toBe(true);
    expect(names.has('@opentelemetry/sdk-trace')).toBe(expected);
    expect(names.has('@opentelemetry/exporter-trace-otlp-http')).toBe(expected);
    await accessLineOf(expected ? traceId : MY_ID, api);
    loaded.remove();
  });
});
