import type { OutlookTexts } from '../outlook-texts.js';

/** Without verbs, which would depend on the number of the type. */
export const PT: OutlookTexts = {
  types: {
    rain: 'Chuva',
    snow: 'Neve',
    ice: 'Chuva congelante',
    mixed: 'Chuva e neve',
    precipitation: 'Precipitação',
  },
  minutes: { one: '# minuto', other: '# minutos' },
  none: 'Sem precipitação na próxima hora',
  starts: '{type} em {start}',
  startsAndStops: '{type} em {start}, durante {duration}',
  stops: '{type} por mais {stop}',
  fillsTheHour: '{type} durante a próxima hora',
  falls: '{type} neste momento',
};
