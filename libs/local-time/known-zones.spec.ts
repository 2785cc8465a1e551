import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { isKnownZone } from './known-zones.js';
import { ZONE_ALIASES } from './zone-aliases.js';

afterEach(() => void jest.restoreAllMocks());

describe('isKnownZone', () => {
  it.each([
    'Europe/Paris',
    'America/Argentina/Ushuaia',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Europe/Kiev',
    'Europe/Kyiv',
    'US/Pacific',
    'UTC',
    'GMT',
    'Etc/UTC',
    'Etc/GMT+3',
    'Etc/GMT-14',
    'Japan',
    'CET',
    'europe/paris',
  ])('is true for %s', (name) => {
    expect(isKnownZone(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '2',
    'Mars/Olympus',
    'Europe/Paris ',
    '../etc/passwd',
    'Etc/Unknown',
    'Etc/GMT-15',
    'BST',
    'IST',
    'CST',
    'JST',
    '+09:30',
    '-03:00',
    'GMT+9',
    'constructor',
    `Europe/${'x'.repeat(10_000)}`,
  ])('is false for %j', (name) => {
    expect(isKnownZone(name)).toBe(false);
  });

  it('asks the runtime once for a name outside the table, and never for one in it', () => {
    const format = jest.spyOn(Intl, 'DateTimeFormat');
    for (let asked = 0; asked < 3; asked += 1) {
      isKnownZone('Europe/Paris');
      isKnownZone('Asia/Kolkata');
      isKnownZone('Europe/Lutetia');
    }

    expect(format).toHaveBeenCalledTimes(1);
  });

  it('knows the aliases that the runtime accepts only', () => {
    const rejected = ZONE_ALIASES.filter((timeZone) => {
      try {
        return !new Intl.DateTimeFormat('en', { timeZone });
      } catch {
        return true;
      }
    });

    expect(rejected).toEqual([]);
  });
});
