import type { OutlookTexts } from '../outlook-texts.js';

export const DE: OutlookTexts = {
  types: {
    rain: 'Regen',
    snow: 'Schnee',
    ice: 'Eisregen',
    mixed: 'Schneeregen',
    precipitation: 'Niederschlag',
  },
  minutes: { one: '# Minute', other: '# Minuten' },
  none: 'Kein Niederschlag in der nächsten Stunde',
  starts: '{type} beginnt in {start}',
  startsAndStops: '{type} beginnt in {start} und endet nach {duration}',
  stops: '{type} endet in {stop}',
  fillsTheHour: '{type} während der nächsten Stunde',
  falls: 'Zurzeit {type}',
};
