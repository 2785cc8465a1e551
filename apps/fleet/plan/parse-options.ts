import type { PeoplePerKey } from '../cache/place-keys.js';
import { ENDPOINT_NAMES, type Mix } from '../trace/endpoints.js';
import type { Polling } from '../trace/polling.js';
import { OptionError } from './option.error.js';
import { SWEEPS, type Sweep } from './sweeps.js';

const MOST_REQUESTS_PER_DAY = 1_440;
const QUARTER_HOUR_SECONDS = 900;
const HOUR_SECONDS = 3_600;
const MOST_PEOPLE = 100_000_000;

export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new OptionError(`--${option}=${text}: must be a whole number from ${least} to ${most}`);
}

export function parsePeople(text: string): PeoplePerKey {
  if (text === 'city') return 'city';
  if (/^\d+$/.test(text)) return wholeNumber('people-per-key', text, 100, MOST_PEOPLE);
  throw new OptionError(`--people-per-key=${text}: must be a whole number, or city`);
}

export function parsePolling(text: string): Polling {
  if (text === 'quarter') {
    return { kind: 'timer', everySeconds: QUARTER_HOUR_SECONDS, aligned: true };
  }
  if (text === 'hourly') return { kind: 'timer', everySeconds: HOUR_SECONDS, aligned: false };
  if (text === 'client') return { kind: 'client' };
  if (/^\d+$/.test(text)) {
    return { kind: 'random', perDay: wholeNumber('polling', text, 1, MOST_REQUESTS_PER_DAY) };
  }
  throw new OptionError(
    `--polling=${text}: must be a number of requests per watch and day, such as 64, or client, quarter or hourly`,
  );
}

/** @param text such as `glance=0.8,conditions=0.2` */
export function parseMix(text: string): Mix {
  const entries = text.split(',').map((part) => {
    const [name = '', share = ''] = part.split('=').map((piece) => piece.trim());
    if (!ENDPOINT_NAMES.includes(name) || !(Number(share) >= 0) || share === '') {
      throw new OptionError(
        `--mix=${text}: must be like glance=0.8,conditions=0.2, of ${ENDPOINT_NAMES.join(', ')}`,
      );
    }
    return [name, Number(share)] as const;
  });
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > 0.001) {
    throw new OptionError(`--mix=${text}: the shares must sum up to 1; they sum up to ${sum}`);
  }
  return Object.fromEntries(entries);
}

export function parseSweeps(text: string): readonly Sweep[] {
  if (text === 'all') return SWEEPS;
  if (text === 'none') return [];
  return text.split(',').map((name) => {
    const sweep = SWEEPS.find((known) => known === name.trim());
    if (sweep) return sweep;
    throw new OptionError(`--sweep=${text}: must be all, none, or some of ${SWEEPS.join(',')}`);
  });
}
