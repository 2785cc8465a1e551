import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from './create-logger.js';
import { NestLogger } from './nest-logger.js';

let lines: Record<string, unknown>[];

beforeEach(() => {
  lines = [];
  const destination = { write: (text: string) => lines.push(JSON.parse(text)) };
  const pino = createLogger(
    {
      form: 'ecs',
      level: 'trace',
      service: { name: 'api', version: '1' },
      environment: 'test',
      labels: {},
    },
    destination,
  );
  Logger.overrideLogger(new NestLogger(pino));
});
afterEach(() => Logger.overrideLogger(false));

describe('NestLogger', () => {
  it.each([
    ['fatal', 'fatal'],
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['debug', 'debug'],
    ['verbose', 'trace'],
  ] as const)('writes %s as level %s with its context', (method, level) => {
    new Logger('Oven')[method]('hot');

    expect(lines).toEqual([
      expect.objectContaining({ 'log.level': level, message: 'hot', 'log.logger': 'Oven' }),
    ]);
  });

  it('writes a message without a context', () => {
    Logger.log('hot');

    expect(lines[0]).toMatchObject({ message: 'hot' });
    expect(lines[0]).not.toHaveProperty(['log.logger']);
  });

  it('writes an object as fields, with the text in `message` and the error in `err`', () => {
    const fields = { 'trace.id': 't', err: new RangeError('too hot'), message: 'failed' };
    new Logger('Oven').error(fields);

    expect(lines[0]).toMatchObject({
      message: 'failed',
      'trace.id': 't',
      error: { type: 'RangeError', message: 'too hot' },
      'log.logger': 'Oven',
    });
  });

  it.each(['too hot', 42, null])('wraps an `err` that is not an Error: %p', (err) => {
    new Logger('Oven').error({ err });

    expect(lines[0]).toMatchObject({ error: { type: 'Error', message: String(err) } });
    expect(lines[0]).not.toHaveProperty('err');
  });

  it('writes fields without a message', () => {
    new Logger('Oven').log({ 'trace.id': 't' });

    expect(lines[0]).toMatchObject({ 'trace.id': 't' });
  });

  it('writes an Error with its message and stack', () => {
    const error = new RangeError('too hot');
    new Logger('Oven').error(error);

    expect(lines[0]).toMatchObject({
      message: 'too hot',
      error: { type: 'RangeError', stack_trace: error.stack },
      'log.logger': 'Oven',
    });
  });

  it('writes a message and a stack, as Nest itself does', () => {
    const { stack } = new RangeError('too hot');
    new Logger('Oven').error('failed', stack);

    expect(lines[0]).toMatchObject({
      message: 'failed',
      'error.stack_trace': stack,
      'log.logger': 'Oven',
    });
  });

  it('writes an Error and a stack without context, as Nest does at shutdown', () => {
    const error = new RangeError('too hot');
    Logger.error(error, error.stack);

    expect(lines[0]).toMatchObject({ error: { type: 'RangeError', stack_trace: error.stack } });
    expect(lines[0]).not.toHaveProperty(['log.logger']);
  });

  it.each([[undefined], [null], [5], [true], [Symbol('x')]])('writes %p as text', (message) => {
    new Logger('Oven').warn(message);

    expect(lines[0]).toMatchObject({ message: String(message), 'log.logger': 'Oven' });
  });
});

describe('startup messages of Nest', () => {
  it.each(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer'])(
    'are logged at level debug: %s',
    (context) => {
      new Logger(context).log('Mapped {/}');
      new Logger(context).warn('Odd');

      expect(lines.map((line) => line['log.level'])).toEqual(['debug', 'warn']);
    },
  );
});
