import type { Position } from '@app/cells/position.js';
import { distanceKm } from '@app/cells/distance.js';
import { moved, type City } from '../trace/city.js';
import { ASSUMPTIONS } from '../world/assumptions.js';

/** People who share a key of the provider. `city`: the neighbourhoods of a city use its key, unless they are too far. */
export type PeoplePerKey = number | 'city';

/** The centres of the places that the provider has in a city: evenly spread, the first one at its centre. */
export function placeKeysOf(city: City, people: PeoplePerKey): readonly Position[] {
  const perKey = people === 'city' ? ASSUMPTIONS.neighbourhoodPeople : people;
  const keys = sunflower(city, Math.max(1, Math.ceil(city.population / perKey)));
  if (people !== 'city') return keys;
  const isOwn = (key: Position, index: number): boolean =>
    index === 0 || distanceKm(key, city.centre) > ASSUMPTIONS.cityKeyWithinKm;
  return keys.filter(isOwn);
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Vogel's spiral: every point has the same area around it. */
function sunflower({ centre, radiusKm }: City, count: number): readonly Position[] {
  return Array.from({ length: count }, (_, index) => {
    const fromCentreKm = radiusKm * Math.sqrt(index / count);
    const angle = index * GOLDEN_ANGLE;
    return moved(centre, fromCentreKm * Math.cos(angle), fromCentreKm * Math.sin(angle));
  });
}
