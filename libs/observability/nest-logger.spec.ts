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

describe('what is written with Nest’s Logger', () => {
  it.each([
    ['fatal', 'fatal'],
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'info'],
    ['debug', 'debug'],
    ['verbose', 'trace'],
  ] as const)('as %s is a line of level %s, with its context', (method, level) => {
    new Logger('Oven')[method]('hot');

    expect(lines).toEqual([
      expect.objectContaining({ 'log.level': level, message: 'hot', 'log.logger': 'Oven' }),
    ]);
  });

  it('needs no context', () => {
    Logger.log('hot');

    expect(lines[0]).toMatchObject({ message: 'hot' });
    expect(lines[0]).not.toHaveProperty(['log.logger']);
  });

  it('may be fields, with the text in `message` and the error in `err`', () => {
    const fields = { 'trace.id': 't', err: new RangeError('too hot'), message: 'failed' };
    new Logger('Oven').error(fields);

    expect(lines[0]).toMatchObject({
      message: 'failed',
      'trace.id': 't',
      error: { type: 'RangeError', message: 'too hot' },
      'log.logger': 'Oven',
    });
  });

  it.each(['too hot', 42, null])('may be fields with an error that is none: %p', (err) => {
    new Logger('Oven').error({ err });

    expect(lines[0]).toMatchObject({ error: { type: 'Error', message: String(err) } });
    expect(lines[0]).not.toHaveProperty('err');
  });

  it('may be fields without a text', () => {
    new Logger('Oven').log({ 'trace.id': 't' });

    expect(lines[0]).toMatchObject({ 'trace.id': 't' });
  });

  it('may be an error', () => {
    const error = new RangeError('too hot');
    new Logger('Oven').error(error);

    expect(lines[0]).toMatchObject({
      message: 'too hot',
      error: { type: 'RangeError', stack_trace: error.stack },
      'log.logger': 'Oven',
    });
  });

  it('may be a text and a stack, as Nest itself does', () => {
    const { stack } = new RangeError('too hot');
    new Logger('Oven').error('failed', stack);

    expect(lines[0]).toMatchObject({
      message: 'failed',
      'error.stack_trace': stack,
      'log.logger': 'Oven',
    });
  });

  it('may be an error and a stack without context, as Nest does at shutdown', () => {
    const error = new RangeError('too hot');
    Logger.error(error, error.stack);

    expect(lines[0]).toMatchObject({ error: { type: 'RangeError', stack_trace: error.stack } });
    expect(lines[0]).not.toHaveProperty(['log.logger']);
  });

  it.each([[undefined], [null], [5], [true], [Symbol('x')]])('may be %p', (message) => {
    new Logger('Oven').warn(message);

    expect(lines[0]).toMatchObject({ message: String(message), 'log.logger': 'Oven' });
  });
});

describe('what Nest tells of its own start', () => {
  it.each(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer'])(
    'is for debugging only: %s',
    (context) => {
      new Logger(context).log('Mapped {/}');
      new Logger(context).warn('Odd');

      expect(lines.map((line) => line['log.level'])).toEqual(['debug', 'warn']);
    },
  );
});
