import type { OutlookTexts } from '../outlook-texts.js';

/** Without verbs, which would depend on the number of the type. */
export const IT: OutlookTexts = {
  types: {
    rain: 'Pioggia',
    snow: 'Neve',
    ice: 'Pioggia gelata',
    mixed: 'Pioggia mista a neve',
    precipitation: 'Precipitazioni',
  },
  minutes: { one: '# minuto', other: '# minuti' },
  none: 'Nessuna precipitazione nella prossima ora',
  starts: '{type} tra {start}',
  startsAndStops: '{type} tra {start}, per {duration}',
  stops: '{type} ancora per {stop}',
  fillsTheHour: '{type} per tutta la prossima ora',
  falls: '{type} in questo momento',
};
