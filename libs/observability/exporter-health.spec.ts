import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ExporterHealth } from './exporter-health.js';

let lines: [level: string, text: string][];
let health: ExporterHealth;

beforeEach(() => {
  lines = [];
  const write = (level: string) => (text: string) => void lines.push([level, text]);
  const logger = { log: write('log'), warn: write('warn'), error: write('error') };
  Logger.overrideLogger(logger);
  health = new ExporterHealth('Traces');
});
afterEach(() => Logger.overrideLogger(false));

it('logs nothing while exports succeed', () => {
  health.succeeded();
  health.succeeded();

  expect(lines).toEqual([]);
});

it('logs once that exports fail, and once that they succeed again', () => {
  for (let i = 0; i < 3; i += 1) health.failed('no answer');
  for (let i = 0; i < 3; i += 1) health.succeeded();
  health.failed('status 429');

  expect(lines).toEqual([
    ['warn', 'Traces are lost until the exporter works again: no answer.'],
    ['log', 'Traces are exported again.'],
    ['warn', 'Traces are lost until the exporter works again: status 429.'],
  ]);
});
