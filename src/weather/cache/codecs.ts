import type { Codec } from '@app/read-through/read-through.options.js';
import type { Conditions } from '../conditions.js';
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
  visibilityMeters: 'v',
  precipitationPastHourMillimeters: 'r',
  uvIndex: 'u',
});
