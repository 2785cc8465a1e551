import type { OutlookTexts } from '../outlook-texts.js';

/** Without verbs and articles, which would depend on the gender of the type. */
export const FR: OutlookTexts = {
  types: {
    rain: 'Pluie',
    snow: 'Neige',
    ice: 'Pluie verglaçante',
    mixed: 'Pluie et neige',
    precipitation: 'Précipitations',
  },
  minutes: { one: '# minute', other: '# minutes' },
  none: "Pas de précipitations dans l'heure à venir",
  starts: '{type} dans {start}',
  startsAndStops: '{type} dans {start}, pendant {duration}',
  stops: '{type} encore pendant {stop}',
  fillsTheHour: "{type} pendant toute l'heure à venir",
  falls: '{type} en ce moment',
};
