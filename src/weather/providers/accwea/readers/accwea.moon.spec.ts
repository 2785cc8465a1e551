import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_MOON } from '../../../datasets/daily/moon/moon.js';
import { toMoon } from './accwea.moon.js';

describe('toMoon of AccuWeather', () => {
  it.each([
    ['New', 'new'],
    ['WaxingCrescent', 'waxing-crescent'],
    ['First', 'first-quarter'],
    ['FirstQuarter', 'first-quarter'],
    ['WaxingGibbous', 'waxing-gibbous'],
    ['Full', 'full'],
    ['WaningGibbous', 'waning-gibbous'],
    ['Last', 'last-quarter'],
    ['Third', 'last-quarter'],
    ['WaningCrescent', 'waning-crescent'],
    ['waningcrescent', 'waning-crescent'],
    ['Blue', null],
    ['constructor', null],
    ['', null],
    [3, null],
    [null, null],
  ])('reads the phase %p as %p', (Phase, phase) => {
    expect(toMoon({ Phase }).moonPhase).toBe(phase);
  });

  it.each([
    [0, 0],
    [29, 29],
    [31, null],
    [-1, null],
    ['12', null],
  ])('reads the age %p as %p', (Age, days) => {
    expect(toMoon({ Age }).moonAgeDays).toBe(days);
  });

  it('reads the instants, of which the set is the one after the rise, on the next day', () => {
    const moon = toMoon({
      Rise: '2020-06-25T08:43:00+02:00',
      EpochRise: 1_593_067_380,
      Set: '2020-06-26T00:09:00+02:00',
      EpochSet: 1_593_122_940,
    });
    expect(moon).toMatchObject({
      moonriseAtMs: Date.parse('2020-06-25T08:43:00+02:00'),
      moonsetAtMs: Date.parse('2020-06-26T00:09:00+02:00'),
    });
  });

  it.each([
    ['a rise', { EpochRise: null, EpochSet: 1_593_122_940 }, null, 1_593_122_940_000],
    ['a set', { EpochRise: 1_593_067_380 }, 1_593_067_380_000, null],
  ])('may be without %s', (_what, moon, riseMs, setMs) => {
    expect(toMoon(moon)).toEqual({ ...UNKNOWN_MOON, moonriseAtMs: riseMs, moonsetAtMs: setMs });
  });

  it.each([[null], [undefined], ['moon'], [[]], [{}]])(
    'computes nothing where it is %j',
    (moon) => {
      expect(toMoon(moon)).toEqual(UNKNOWN_MOON);
    },
  );
});
