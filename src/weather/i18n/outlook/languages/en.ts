import type { OutlookTexts } from '../outlook-texts.js';

export const EN: OutlookTexts = {
  types: {
    rain: 'Rain',
    snow: 'Snow',
    ice: 'Freezing rain',
    mixed: 'Mixed precipitation',
    precipitation: 'Precipitation',
  },
  minutes: { one: '# minute', other: '# minutes' },
  none: 'No precipitation in the next hour',
  starts: '{type} starts in {start}',
  startsAndStops: '{type} starts in {start} and stops after {duration}',
  stops: '{type} stops in {stop}',
  fillsTheHour: '{type} for the next hour',
  falls: '{type} now',
};
