import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from '../../conditions/conditions.js';
import { METRIC, UNKNOWN } from '../../testing/weather-bodies.js';
import { pebbleIconUri } from './pebble-icon.js';
import { pebbleMessage, pebblePins } from './pebble-weather.js';

/** https://developer.repebble.com/guides/pebble-timeline/pin-structure, "Pin Icons". */
const ICONS = [
  'TIMELINE_WEATHER',
  'TIMELINE_SUN',
  'PARTLY_CLOUDY',
  'CLOUDY_DAY',
  'LIGHT_RAIN',
  'HEAVY_RAIN',
  'LIGHT_SNOW',
  'HEAVY_SNOW',
  'RAINING_AND_SNOWING',
];

describe('the weather for Pebble', () => {
  it('is a message with the keys of the tutorial', () => {
    expect(pebbleMessage(METRIC.conditions)).toEqual({ TEMPERATURE: 8, CONDITIONS: 'Rain' });
  });

  it('is a message without a temperature that is not known', () => {
    expect(pebbleMessage(UNKNOWN.conditions)).toEqual({ CONDITIONS: '–' });
  });

  it('is a pin at the sunrise of each day', () => {
    expect(pebblePins(METRIC.daily)).toEqual([
      {
        id: 'meteofrenchapi-2026-01-01',
        time: '2026-01-01T07:44:00.000Z',
        layout: {
          type: 'weatherPin',
          title: 'Mostly sunny',
          subtitle: '8°/3°',
          body: 'AccuWeather',
          locationName: 'Paris 08',
          tinyIcon: 'system://images/TIMELINE_SUN',
          largeIcon: 'system://images/TIMELINE_SUN',
          lastUpdated: '2026-01-01T00:00:00Z',
        },
      },
    ]);
  });

  it('is a pin at noon where the sun does not rise, with a dash for what is not known', () => {
    const place = { ...METRIC.daily.place, name: null };

    expect(pebblePins({ ...UNKNOWN.daily, place })).toMatchObject([
      {
        time: '2026-01-01T12:00:00.000Z',
        layout: { title: '–', subtitle: '–/–', locationName: '–' },
      },
    ]);
  });
});

describe('a condition for Pebble', () => {
  it.each(CONDITIONS)('%s has an icon of the timeline', (condition) => {
    expect(ICONS.map((name) => `system://images/${name}`)).toContain(pebbleIconUri(condition));
  });

  it.each(['unknown', 'hot', 'tornado', null])('has the generic icon for %p', (condition) => {
    expect(pebbleIconUri(condition)).toBe('system://images/TIMELINE_WEATHER');
  });
});
