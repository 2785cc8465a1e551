import { availableParallelism } from 'node:os';
import { loadConfig, SETTING_NAMES, type Config } from '../../../src/config/config.js';
import type { PeoplePerKey } from '../cache/place-keys.js';
import type { Mix } from '../trace/endpoints.js';
import type { Polling } from '../trace/polling.js';
import { OptionError } from './option.error.js';
import { readOptions } from './read-options.js';
import { parseMix, parsePeople, parsePolling, parseSweeps, wholeNumber } from './parse-options.js';
import type { Sweep } from './sweeps.js';

/** What `fleet plan` was asked for. */
export interface PlanOptions {
  readonly watches: number;
  readonly days: number;
  readonly seed: number;
  readonly pods: number;
  readonly people: PeoplePerKey;
  readonly polling: Polling;
  readonly pollingText: string;
  readonly mix: Mix;
  readonly sweeps: readonly Sweep[];
  /** One in so many places is simulated; undefined = as many as necessary. */
  readonly oneIn: number | undefined;
  /** The rows of sweeps are of one in so many of these; undefined = as many as necessary. */
  readonly rowsOneIn: number | undefined;
  readonly workers: number;
  readonly pricePer1000: number | undefined;
  /** File for the JSON document. */
  readonly json: string | undefined;
  readonly help: boolean;
  /** The product's settings. */
  readonly config: Config;
  /** Those that were given, as text. */
  readonly settings: Readonly<Record<string, string>>;
}

const MOST_WATCHES = 10_000_000_000;
const MOST_PODS = 1_000;
const MOST_DAYS = 31;
const MOST_PLACES = 1_000_000;

/** @throws OptionError that names the option and what it accepts */
export function parsePlanOptions(args: readonly string[]): PlanOptions {
  const values = parsed(args);
  const settings = settingsOf(values.set);
  return {
    watches: wholeNumber('watches', values.watches, 1, MOST_WATCHES),
    days: wholeNumber('days', values.days, 1, MOST_DAYS),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    pods: wholeNumber('pods', values.pods, 1, MOST_PODS),
    people: parsePeople(values['people-per-key']),
    polling: parsePolling(values.polling),
    pollingText: values.polling,
    mix: parseMix(values.mix),
    sweeps: parseSweeps(values.sweep),
    oneIn: optional('one-in', values['one-in']),
    rowsOneIn: optional('rows-one-in', values['rows-one-in']),
    workers: wholeNumber('workers', values.workers, 0, 64),
    pricePer1000: priceOf(values['price-per-1000']),
    json: values.json,
    help: values.help,
    settings,
    config: configOf(settings),
  };
}

function parsed(args: readonly string[]) {
  return readOptions(args, {
    options: {
      watches: { type: 'string', default: '1000000' },
      days: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      pods: { type: 'string', default: '3' },
      'people-per-key': { type: 'string', default: '20000' },
      polling: { type: 'string', default: '64' },
      mix: { type: 'string', default: 'glance=0.9,conditions=0.05,hourly=0.03,daily=0.02' },
      sweep: { type: 'string', default: 'all' },
      'one-in': { type: 'string' },
      'rows-one-in': { type: 'string' },
      workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
      'price-per-1000': { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function optional(option: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(option, text, 1, MOST_PLACES);
}

function priceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const price = Number(text);
  if (text.trim() !== '' && price >= 0 && price < Infinity) return price;
  throw new OptionError(`--price-per-1000=${text}: must be a number, the price of 1 000 calls`);
}

function settingsOf(given: readonly string[]): Readonly<Record<string, string>> {
  const entries = given.map((text) => [
    text.split('=', 1)[0] ?? '',
    text.slice(text.indexOf('=') + 1),
  ]);
  const unknown = entries.find(([name = '']) => !SETTING_NAMES.includes(name));
  if (unknown) {
    throw new OptionError(
      `--set ${unknown[0]}: no setting of the product; write it as --set WINDOWS=alerts=600/60/1800`,
    );
  }
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The settings of the product by its own rules; those that it cannot start without do not matter to a plan. */
function configOf(settings: Readonly<Record<string, string>>): Config {
  const required = { OIDC_ISSUER: 'https://issuer.invalid', ACCWEA_TOKEN: 'not-used' };
  try {
    return loadConfig({ ...required, ...settings });
  } catch (error) {
    throw new OptionError(`--set: ${(error as Error).message}`);
  }
}
