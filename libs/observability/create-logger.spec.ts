import { describe, expect, it } from '@jest/globals';
import { LOG_LEVELS, createLogger, type LoggerOptions } from './create-logger.js';

type Line = Record<string, unknown>;

const OPTIONS: LoggerOptions = {
  form: 'ecs',
  level: 'info',
  service: { name: 'api', version: '1.2.3' },
  environment: 'staging',
  labels: { region: 'eu-west' },
};

function linesOf(options: Partial<LoggerOptions>, write: (logger: Logger) => void): Line[] {
  const lines: Line[] = [];
  const destination = { write: (text: string) => lines.push(JSON.parse(text) as Line) };
  write(createLogger({ ...OPTIONS, ...options }, destination));
  return lines;
}

type Logger = ReturnType<typeof createLogger>;

describe('an ECS line', () => {
  it('has time, level, message, service and labels', () => {
    const [line] = linesOf({}, (logger) => logger.warn('careful'));

    expect(line).toMatchObject({
      '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      'log.level': 'warn',
      message: 'careful',
      'ecs.version': expect.any(String),
      'service.name': 'api',
      'service.version': '1.2.3',
      'service.environment': 'staging',
      'labels.region': 'eu-west',
    });
  });

  it('has the given fields', () => {
    const fields = { 'url.path': '/a', 'event.duration': 5, 'trace.id': 't' };
    const [line] = linesOf({}, (logger) => logger.info(fields, 'done'));

    expect(line).toMatchObject({ ...fields, message: 'done' });
  });

  it('has the type, message and stack of an error', () => {
    const [line] = linesOf({}, (logger) => logger.error({ err: new TypeError('boom') }, 'failed'));

    expect(line).toMatchObject({
      message: 'failed',
      error: {
        type: 'TypeError',
        message: 'boom',
        stack_trace: expect.stringContaining('TypeError: boom\n'),
      },
    });
    expect(line).not.toHaveProperty('err');
  });
});

describe('the log level', () => {
  it.each(LOG_LEVELS.map((level, i) => [level, i + 1] as const))(
    '%s writes %d of six lines',
    (level, count) => {
      const lines = linesOf({ level }, (logger) => {
        for (const one of LOG_LEVELS) logger[one](one);
      });

      expect(lines.map(({ message }) => message)).toEqual(LOG_LEVELS.slice(0, count));
    },
  );
});

describe('the text form of the log', () => {
  it('omits process, service and host', () => {
    const [line] = linesOf({ form: 'text' }, (logger) => logger.info('hello'));

    expect(new Set(Object.keys(line ?? {}))).toEqual(new Set(['level', 'msg', 'time']));
  });
});
