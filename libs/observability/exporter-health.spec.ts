import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ExporterHealth } from './exporter-health.js';

let lines: [level: string, text: string][];
let log: ExporterHealth;

beforeEach(() => {
  lines = [];
  const write = (level: string) => (text: string) => void lines.push([level, text]);
  const logger = { log: write('log'), warn: write('warn'), error: write('error') };
  Logger.overrideLogger(logger);
  log = new ExporterHealth('Traces');
});
afterEach(() => Logger.overrideLogger(false));

it('says nothing while all goes well', () => {
  log.succeeded();
  log.succeeded();

  expect(lines).toEqual([]);
});

it('says once that things are lost, and once that they are taken again', () => {
  for (let i = 0; i < 3; i += 1) log.failed('nobody answers');
  for (let i = 0; i < 3; i += 1) log.succeeded();
  log.failed('it is full');

  expect(lines).toEqual([
    ['warn', 'Traces are lost until they are taken again: nobody answers.'],
    ['log', 'Traces are taken again.'],
    ['warn', 'Traces are lost until they are taken again: it is full.'],
  ]);
});
