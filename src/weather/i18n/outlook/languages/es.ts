import type { OutlookTexts } from '../outlook-texts.js';

/** Without verbs, which would depend on the number of the type. */
export const ES: OutlookTexts = {
  types: {
    rain: 'Lluvia',
    snow: 'Nieve',
    ice: 'Lluvia helada',
    mixed: 'Aguanieve',
    precipitation: 'Precipitaciones',
  },
  minutes: { one: '# minuto', other: '# minutos' },
  none: 'Sin precipitaciones en la próxima hora',
  starts: '{type} dentro de {start}',
  startsAndStops: '{type} dentro de {start}, durante {duration}',
  stops: '{type} durante {stop} más',
  fillsTheHour: '{type} durante la próxima hora',
  falls: '{type} en este momento',
};
