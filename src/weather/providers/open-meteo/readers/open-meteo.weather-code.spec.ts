import { describe, expect, it } from '@jest/globals';
import { conditionOf, precipitationKindOf } from './open-meteo.weather-code.js';

describe('Open-Meteo weather codes', () => {
  it.each([
    [0, 'clear', null],
    [1, 'mostly-clear', null],
    [2, 'partly-cloudy', null],
    [3, 'overcast', null],
    [45, 'fog', null],
    [48, 'fog', null],
    [51, 'drizzle', 'rain'],
    [53, 'drizzle', 'rain'],
    [55, 'drizzle', 'rain'],
    [56, 'freezing-rain', 'ice'],
    [57, 'freezing-rain', 'ice'],
    [61, 'rain', 'rain'],
    [63, 'rain', 'rain'],
    [65, 'rain', 'rain'],
    [66, 'freezing-rain', 'ice'],
    [67, 'freezing-rain', 'ice'],
    [71, 'snow', 'snow'],
    [73, 'snow', 'snow'],
    [75, 'snow', 'snow'],
    [77, 'snow', 'snow'],
    [80, 'showers', 'rain'],
    [81, 'showers', 'rain'],
    [82, 'showers', 'rain'],
    [85, 'flurries', 'snow'],
    [86, 'snow', 'snow'],
    [95, 'thunderstorm', 'rain'],
    [96, 'hail', 'mixed'],
    [99, 'hail', 'mixed'],
  ])('map %d to %s with precipitation %p', (code, condition, falls) => {
    expect(conditionOf(code)).toBe(condition);
    expect(precipitationKindOf(code)).toBe(falls);
  });

  it.each([4, 44, 60, 97, 100, 1.5, -1])('map an unlisted code such as %d to unknown', (code) => {
    expect(conditionOf(code)).toBe('unknown');
    expect(precipitationKindOf(code)).toBeNull();
  });

  it('map a missing code to null', () => {
    expect(conditionOf(null)).toBeNull();
    expect(precipitationKindOf(null)).toBeNull();
  });
});
