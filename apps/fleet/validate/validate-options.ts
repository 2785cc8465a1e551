import { OptionError } from '../plan/option.error.js';
import { readOptions } from '../plan/read-options.js';
import { parseMix, parsePolling, wholeNumber } from '../plan/parse-options.js';
import type { Mix } from '../trace/endpoints.js';
import type { Polling } from '../trace/polling.js';

/** What `fleet validate` was asked for. */
export interface ValidateOptions {
  readonly watches: number;
  readonly speed: number;
  readonly minutes: number;
  readonly polling: Polling;
  readonly mix: Mix;
  readonly seed: number;
  readonly tolerancePercent: number;
  readonly maxLagMs: number;
  /** File for the JSON document. */
  readonly json: string | undefined;
  readonly help: boolean;
}

const MOST_WATCHES = 1_000_000;
const MOST_SPEED = 60;
const MINUTES = 60;
const MOST_LAG_MS = 60_000;

/** @throws OptionError that names the option and what it accepts */
export function parseValidateOptions(args: readonly string[]): ValidateOptions {
  const values = parsed(args);
  return {
    watches: wholeNumber('watches', values.watches, 1, MOST_WATCHES),
    speed: wholeNumber('speed', values.speed, 1, MOST_SPEED),
    minutes: wholeNumber('minutes', values.minutes, 1, MINUTES),
    polling: pollingOf(values.polling),
    mix: parseMix(values.mix),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    tolerancePercent: wholeNumber('tolerance', values.tolerance, 0, 100),
    maxLagMs: wholeNumber('max-lag-ms', values['max-lag-ms'], 1, MOST_LAG_MS),
    json: values.json,
    help: values.help,
  };
}

function parsed(args: readonly string[]) {
  return readOptions(args, {
    options: {
      watches: { type: 'string', default: '20000' },
      speed: { type: 'string', default: '3' },
      minutes: { type: 'string', default: '60' },
      polling: { type: 'string', default: '64' },
      mix: { type: 'string', default: 'glance=0.9,conditions=0.05,hourly=0.03,daily=0.02' },
      seed: { type: 'string', default: '1' },
      tolerance: { type: 'string', default: '3' },
      'max-lag-ms': { type: 'string', default: '50' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

/** The times must be known before the answers; aligned timers become waves that no two processes can serve at speed. */
function pollingOf(text: string): Polling {
  const polling = parsePolling(text);
  if (polling.kind === 'random' || (polling.kind === 'timer' && !polling.aligned)) return polling;
  throw new OptionError(`--polling=${text}: must be a number of requests per day, or hourly`);
}
