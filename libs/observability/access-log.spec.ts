import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { logAccess } from './access-log.js';
import { createLogger, type LogForm, type LogLevel } from './create-logger.js';
import { setTraceId } from './trace-id.js';

let lines: string[];
let server: FastifyInstance;

beforeEach(() => start('info'));
afterEach(() => server.close());

function start(level: LogLevel, form: LogForm = 'ecs'): void {
  lines = [];
  const logger = createLogger(
    { form, level, service: { name: 'api', version: '1' }, environment: 'test', labels: {} },
    { write: (text: string) => lines.push(text) },
  );
  server = fastify({ genReqId: () => 'id-1' });
  logAccess(server, logger, {
    form,
    addFields: (fields, { method }) => (fields['labels.verb'] = method),
  });
  server.get('/tea', () => 'green');
  server.get('/files/:name', () => 'file');
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
