import type { Codec } from '@app/read-through/read-through.options.js';
import type { Conditions } from '../datasets/conditions.js';
import type { Place } from '../place.js';
import { compactCodec } from './compact-codec.js';

/** The place of a cell; `place` is null where there is none, which is worth remembering too. */
export interface PlaceOfCell {
  readonly place: Place | null;
}

const placeCodec = compactCodec<Place>({
  key: 'k',
  name: 'n',
  country: 'c',
  timeZone: 'z',
  position: 'p',
  hasAlerts: 'a',
});

const NO_PLACE = '-';

export const placeOfCellCodec: Codec<PlaceOfCell> = {
  encode: ({ place }) => (place ? placeCodec.encode(place) : NO_PLACE),
  decode: (text) => {
    if (text === NO_PLACE) return { place: null };
    const place = placeCodec.decode(text);
    return place && { place };
  },
};

export const conditionsCodec = compactCodec<Conditions>({
  observedAtMs: 'o',
  condition: 'c',
  isDay: 'd',
  temperatureCelsius: 't',
  feelsLikeCelsius: 'f',
  dewPointCelsius: 'dp',
  humidityPercent: 'h',
  cloudCoverPercent: 'cc',
  windKilometersPerHour: 'w',
  gustKilometersPerHour: 'g',
  windFromDegrees: 'wd',
  pressureHectopascals: 'p',
  pressureTrend: 'pt',
  visibilityMeters: 'v',
  precipitationPastHourMillimeters: 'r',
  precipitationKind: 'pk',
  uvIndex: 'u',
});
