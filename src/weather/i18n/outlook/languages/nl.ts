import type { OutlookTexts } from '../outlook-texts.js';

export const NL: OutlookTexts = {
  types: {
    rain: 'Regen',
    snow: 'Sneeuw',
    ice: 'IJzel',
    mixed: 'Natte sneeuw',
    precipitation: 'Neerslag',
  },
  minutes: { one: '# minuut', other: '# minuten' },
  none: 'Geen neerslag in het komende uur',
  starts: '{type} begint over {start}',
  startsAndStops: '{type} begint over {start} en stopt na {duration}',
  stops: '{type} stopt over {stop}',
  fillsTheHour: '{type} gedurende het komende uur',
  falls: '{type} op dit moment',
};
