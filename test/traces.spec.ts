import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ABOUT } from '../src/about.js';
import type { ApiProcess, LogLine } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { LoadedPackages } from './support/preloads/loaded-packages.js';
import { OtlpSink, type ReceivedSpan } from './support/sinks/otlp-sink.js';
import { villagePosition } from './support/positions.js';
import { ONCE, World } from './support/world.js';

const USER = 'watch-canary';
const MY_ID = '0f3c7b1e-7b0d-4d0f-9a51-2f6f5f0a4f0e';
/** What a provider could learn about a request, or recognize it by. */
const TRACE_HEADERS = ['traceparent', 'tracestate', 'baggage', 'x-request-id', 'b3', 'forwarded'];
/** A batch is sent every two seconds; the SDK retries for five seconds. */
const RECEIVED_WITHIN_MS = 15_000;

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

/** A caller with its own trace and sampling decision. */
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

async function get(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  api: ApiProcess = world.api,
): Promise<Response> {
  const token = await world.tokenOf(USER);
  return fetch(api.url + path, {
    headers: { ...ONCE.headers, authorization: `Bearer ${token}`, ...headers },
  });
}

/** The spans of a trace when at least `count` have arrived; the server span ends last. */
function spansOf(traceId: string, count: number): Promise<ReceivedSpan[]> {
  return eventually(() => {
    const spans = sink.spans.filter((span) => span.traceId === traceId);
    return spans.length >= count && spans;
  }, RECEIVED_WITHIN_MS);
}

const accessLineOf = (traceId: string, api = world.api): Promise<LogLine> =>
  eventually(() => api.lines.find((line) => line['trace.id'] === traceId && line['url.path']));

/** Levels of the log lines about the trace export itself. */
const exporterLevels = (api: ApiProcess): unknown[] =>
  api.lines.filter((line) => line['log.logger'] === 'Traces').map((line) => line['log.level']);

async function isAnswered(): Promise<boolean> {
  return (await get('/prcpt?lt=48.8705&lg=2.3049')).status === 200;
}

describe('a request with a sampled trace context', () => {
  const { traceId, spanId, headers } = caller();
  let server: ReceivedSpan;
  let clients: ReceivedSpan[];

  beforeAll(async () => {
    expect((await get('/prcpt?lt=48.8705&lg=2.3049', headers)).status).toBe(200);
    const spans = await spansOf(traceId, 3);
    [server] = spans.filter(({ kind }) => kind === 'server') as [ReceivedSpan];
    clients = spans.filter(({ kind }) => kind === 'client');
  });

  it('has a server span below the caller’s, named by route', () => {
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

  it('has a client span per provider call, which gets no trace header', () => {
    expect(clients.map(({ name }) => name)).toEqual(['GET place', 'GET conditions']);
    for (const [i, endpoint] of (['search', 'currentconditions'] as const).entries()) {
      const { parentSpanId, attributes } = clients[i] as ReceivedSpan;
      expect(parentSpanId).toBe(server.spanId);
      expect(attributes).toEqual({
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(world.simulatorUrl).port),
        'mfapi.dataset': ['place', 'conditions'][i],
      });
      const sentHeaders = world.simulator.headersOfLast(endpoint);
      for (const name of TRACE_HEADERS) expect(sentHeaders).not.toHaveProperty([name]);
      expect(JSON.stringify(sentHeaders)).not.toContain(traceId);
    }
  });

  it('has an access line with its trace id', async () => {
    expect(await accessLineOf(traceId)).toMatchObject({ 'url.path': '/prcpt', 'user.id': USER });
  });

  it('exports no secret, user, position or caller header', async () => {
    const token = await world.tokenOf(USER);
    const cellCentre = '48.869';
    const canaries = ['48.87', '2.304', cellCentre, '2.310', 'lt=', USER, token, 'canary'];
    for (const canary of [...canaries, world.simulator.settings.key, 'apikey', 'bearer']) {
      expect(sink.everything).not.toContain(canary);
    }
  });
});

describe('tracing of a request', () => {
  it('uses one trace id in problem, log and span, and keeps the X-Request-Id', async () => {
    const answer = await get('/prcpt?lt=1000&lg=2', { 'x-request-id': MY_ID });
    const { traceId } = (await answer.json()) as { traceId: string };

    expect(answer.headers.get('x-request-id')).toBe(MY_ID);
    expect(await accessLineOf(traceId)).toMatchObject({
      'http.request.id': MY_ID,
    });
    expect(await spansOf(traceId, 1)).toMatchObject([
      { name: 'GET /prcpt', attributes: { 'http.response.status_code': 400 }, isError: false },
    ]);
  });

  it('names the span of an unknown path by its method only', async () => {
    const { traceId, headers } = caller();
    await get('/48.8705/2.3049', headers);

    expect(await spansOf(traceId, 1)).toMatchObject([{ name: 'GET' }]);
  });

  it('exports a span with error.type "aborted" when the caller disconnects', async () => {
    world.simulator.fault = { kind: 'hang' };
    const { traceId, headers } = caller();
    const response = fetch(`${world.api.url}/prcpt?${villagePosition(1)}`, {
      headers: { authorization: `Bearer ${world.token}`, ...headers },
      signal: AbortSignal.timeout(300),
    });
    await expect(response).rejects.toThrow();

    const spans = await spansOf(traceId, 2);
    expect(spans.find(({ kind }) => kind === 'server')?.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/prcpt',
      'error.type': 'aborted',
    });
  });

  it('does not export an unsampled trace, but logs its id', async () => {
    const unsampled = caller(false);
    const sampled = caller();
    await get(`/prcpt?${villagePosition(0)}`, unsampled.headers);
    await get(`/prcpt?${villagePosition(0)}`, sampled.headers);

    await accessLineOf(unsampled.traceId);
    await spansOf(sampled.traceId, 1);
    expect(sink.spans.filter(({ traceId }) => traceId === unsampled.traceId)).toEqual([]);
  });

  it.each([
    ['500', 'failing', 500],
    ['cut-json', 'malformed', 200],
  ] as const)(
    'marks the spans of a provider answer "%s" as errors with error.type "%s"',
    async (kind, code, status) => {
      world.simulator.fault = { kind };
      const { traceId, headers } = caller();
      expect((await get(`/prcpt?${villagePosition(status)}`, headers)).status).toBe(503);

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
    },
  );
});

describe('the share of traced requests', () => {
  it('is ours: no caller can have a request traced, by flag or by a chosen trace id', async () => {
    const api = await world.startApi({
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.01',
    });
    // A sampler that decides by the id keeps the smallest ones.
    const smallIds = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(32, '0'));
    for (const traceId of smallIds) {
      const headers = { traceparent: `00-${traceId}-${'1'.repeat(16)}-01` };
      expect((await fetch(`${api.url}/prcpt?lt=1&lg=1`, { headers })).status).toBe(401);
      await get('/prcpt?lt=48.8705&lg=2.3049', headers, api);
    }
    // The shutdown exports what is left.
    expect(await api.end()).toBe(0);

    const traced = sink.spans.filter(({ traceId }) => smallIds.includes(traceId));
    expect(traced.length).toBeLessThan(smallIds.length / 2);
  });
});

describe('trace export', () => {
  it('does not affect answers while the collector is unavailable, logs that once, and resumes', async () => {
    await sink.stop();
    await eventually(async () => {
      expect(await isAnswered()).toBe(true);
      return exporterLevels(world.api).length > 0;
    }, RECEIVED_WITHIN_MS);

    await sink.start();
    await eventually(
      async () => (await isAnswered()) && exporterLevels(world.api).length > 1,
      RECEIVED_WITHIN_MS,
    );
    expect(exporterLevels(world.api)).toEqual(['warn', 'info']);
  });

  it('delays neither answers nor the shutdown when the collector never answers', async () => {
    const api = await world.startApi();
    sink.status = undefined;
    const before = sink.received.length;
    for (let i = 0; i < 20; i += 1) {
      expect((await get('/prcpt?lt=48.8705&lg=2.3049', {}, api)).status).toBe(200);
    }
    await eventually(() => sink.received.length > before, RECEIVED_WITHIN_MS);
    const beganMs = performance.now();
    expect(await api.end()).toBe(0);
    expect(performance.now() - beganMs).toBeLessThan(5_000);
    sink.status = 200;
  });

  it('flushes pending spans at shutdown', async () => {
    const api = await world.startApi();
    const { traceId, headers } = caller();
    await get('/uvidx?lt=48.8705&lg=2.3049', headers, api);
    expect(await api.end()).toBe(0);

    expect(sink.spans.filter((span) => span.traceId === traceId).length).toBeGreaterThan(0);
  });
});

describe('the OpenTelemetry SDK', () => {
  it.each([
    ['is not loaded', '', false],
    ['is loaded', 'http://127.0.0.1:1', true],
  ])('%s with OTEL_EXPORTER_OTLP_ENDPOINT=%s', async (_what, endpoint, expected) => {
    const loaded = new LoadedPackages();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...loaded.environment };
    const api = await world.startApi(environment);
    const { traceId, headers } = caller();
    await get('/nothing', { ...headers, 'x-request-id': MY_ID }, api);

    // prom-client loads @opentelemetry/api, which does nothing by itself.
    const { names } = loaded;
    expect(names.has('pino')).toBe(true);
    expect(names.has('@opentelemetry/sdk-trace')).toBe(expected);
    expect(names.has('@opentelemetry/exporter-trace-otlp-http')).toBe(expected);
    await accessLineOf(expected ? traceId : MY_ID, api);
    loaded.remove();
  });
});
