import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SinkLog } from './sink-log.js';

let lines: [level: string, text: string][];
let log: SinkLog;

beforeEach(() => {
  lines = [];
  const write = (level: string) => (text: string) => void lines.push([level, text]);
  const logger = { log: write('log'), warn: write('warn'), error: write('error') };
  Logger.overrideLogger(logger);
  log = new SinkLog('Traces');
});
afterEach(() => Logger.overrideLogger(false));

it('says nothing while all goes well', () => {
  log.taken();
  log.taken();

  expect(lines).toEqual([]);
});

it('says once that things are lost, and once that they are taken again', () => {
  for (let i = 0; i < 3; i += 1) log.lost('nobody answers');
  for (let i = 0; i < 3; i += 1) log.taken();
  log.lost('it is full');

  expect(lines).toEqual([
    ['warn', 'Traces are lost until they are taken again: nobody answers.'],
    ['log', 'Traces are taken again.'],
    ['warn', 'Traces are lost until they are taken again: it is full.'],
  ]);
});
