import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import type { AccessLogSample } from './access-log-sample.js';
import { logAccess } from './access-log.js';
import { createLogger, type LogForm, type LogLevel } from './create-logger.js';
import { setTraceId } from './trace-id.js';

let lines: string[];
let server: FastifyInstance;

beforeEach(() => start('info'));
afterEach(() => server.close());

function start(level: LogLevel, form: LogForm = 'ecs', sample?: AccessLogSample): void {
  lines = [];
  const logger = createLogger(
    { form, level, service: { name: 'api', version: '1' }, environment: 'test', labels: {} },
    { write: (text: string) => lines.push(text) },
  );
  server = fastify({ genReqId: () => 'id-1' });
  logAccess(server, logger, {
    form,
    sample,
    addFields: (fields, { method }) => (fields['labels.verb'] = method),
  });
  server.get('/tea', () => 'green');
  server.get('/files/:name', () => 'file');
  server.get('/status/:code', ({ params }, reply) =>
    reply.code(Number((params as { code: string }).code)).send(),
  );
  server.get('/broken', () => {
    throw new Error('boom at 48.87');
  });
  server.get('/mine', (request) => {
    Object.assign(request, { user: { subject: 'watch-1' } });
    return 'mine';
  });
}

const lineOf = (): Record<string, unknown> => {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] as string) as Record<string, unknown>;
};

describe('an access line', () => {
  it('has the status, the duration and the trace id', async () => {
    await server.inject('/tea');

    expect(lineOf()).toMatchObject({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'url.path': '/tea',
      'event.duration': expect.any(Number),
      'trace.id': 'id-1',
    });
  });

  it('has a sentence in the text form', async () => {
    start('info', 'text');
    await server.inject('/tea');

    expect((JSON.parse(lines[0] ?? '') as { msg: string }).msg).toMatch(
      /^GET \/tea 200 \d+\.\d ms id-1$/,
    );
  });

  it('has the request id when the trace id differs from it', async () => {
    server.addHook('onRequest', (request, _reply, done) => {
      setTraceId(request, 'trace-1');
      done();
    });
    await server.inject('/tea');

    expect(lineOf()).toMatchObject({ 'trace.id': 'trace-1', 'http.request.id': 'id-1' });
  });

  it('has the duration in nanoseconds', async () => {
    await server.inject('/tea');
    const { 'event.duration': duration } = lineOf();

    expect(duration).toBeGreaterThan(1_000);
    expect(Number.isInteger(duration)).toBe(true);
  });

  it('names the authenticated user', async () => {
    await server.inject('/mine');

    expect(lineOf()).toMatchObject({ 'user.id': 'watch-1' });
  });

  it('names no user for an anonymous request', async () => {
    await server.inject('/tea');

    expect(lineOf()).not.toHaveProperty(['user.id']);
  });

  it.each([
    ['a query', '/tea?lt=48.87&lg=2.30', '/tea'],
    ['a path parameter', '/files/48.87', '/files/:name'],
    ['an unmatched path', '/48.87/2.30?x=48.87', '(unmatched)'],
    ['an error message', '/broken?lt=48.87', '/broken'],
  ])('does not contain %s', async (_name, url, path) => {
    await server.inject(url);

    expect(lineOf()).toMatchObject({ 'url.path': path });
    expect(lines[0]).not.toContain('48.87');
  });

  it('has the fields that the application adds', async () => {
    await server.inject('/tea');

    expect(lineOf()).toMatchObject({ 'labels.verb': 'GET' });
  });

  it('is not written above level info', async () => {
    start('warn');
    await server.inject('/tea');

    expect(lines).toEqual([]);
  });
});

async function linesAfter(times: number, url: string): Promise<number> {
  for (let i = 0; i < times; i += 1) await server.inject(url);
  return lines.length;
}

describe('a sampled access log', () => {
  /** Two of three draws are below 0.5. */
  const DRAWS = [0.2, 0.7, 0.4999];
  let drawn: number;

  function startSampled(share: number, isExempt?: AccessLogSample['isExempt']): void {
    drawn = 0;
    const random = (): number => DRAWS[drawn++ % DRAWS.length] ?? 0;
    start('info', 'ecs', { share, random, isExempt });
  }

  it.each([200, 201, 204, 299, 304])('has the share of the %d answers', async (status) => {
    startSampled(0.5);

    expect(await linesAfter(9, `/status/${status}`)).toBe(6);
  });

  it.each([302, 400, 401, 404, 429, 500, 503])('has every %d answer', async (status) => {
    startSampled(0);

    expect(await linesAfter(3, `/status/${status}`)).toBe(3);
    expect(drawn).toBe(0);
  });

  it('has no line for a success when the share is 0', async () => {
    startSampled(0);

    expect(await linesAfter(3, '/tea')).toBe(0);
  });

  it('has every answer when the share is 1, and does not say that it is a sample', async () => {
    startSampled(1);

    expect(await linesAfter(3, '/tea')).toBe(3);
    expect(lines.join()).not.toContain('labels.sample');
  });

  it('has every answer that the application exempts', async () => {
    startSampled(0, ({ url }) => url === '/tea');

    expect(await linesAfter(3, '/tea')).toBe(3);
    expect(await linesAfter(3, '/files/a')).toBe(3);
  });

  it('says on a sampled line which share is logged, so that a reader can scale up', async () => {
    startSampled(0.5);
    await server.inject('/tea');

    expect(lineOf()).toMatchObject({ 'labels.sample': '0.5' });
  });

  it('does not say so on a line that is always written', async () => {
    startSampled(0.5, ({ url }) => url === '/tea');
    await server.inject('/broken');
    await server.inject('/tea');

    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain('labels.sample');
  });

  it('draws nothing above level info', async () => {
    drawn = 0;
    start('warn', 'ecs', { share: 0.5, random: () => (drawn += 1) });
    await server.inject('/tea');

    expect(drawn).toBe(0);
  });
});
