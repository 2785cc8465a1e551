import type { Origin } from './providers/weather-provider.js';

/** What is shown beside weather, linked, to whom it comes from. */
export interface Attribution {
  readonly name: string;
  readonly url: string;
  /** Terms that let us pass it on; null for a contract of our own. */
  readonly licenceUrl: string | null;
}

/** AccuWeather: branding requirements of its developer portal. Open-Meteo: its licence page, CC BY 4.0. */
export const ATTRIBUTIONS: Readonly<Record<Origin, Attribution>> = {
  accwea: { name: 'AccuWeather', url: 'https://www.accuweather.com/', licenceUrl: null },
  'open-meteo': {
    name: 'Weather data by Open-Meteo.com',
    url: 'https://open-meteo.com/',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
};
