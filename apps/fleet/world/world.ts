/** The places of the world. Columns of one table: row n of each is place n. Shared by threads. */
export interface World {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly population: Float64Array;
  /** Minutes that local time is ahead of UTC. */
  readonly offsetMinutes: Float64Array;
  /** Index in `countries`. */
  readonly country: Float64Array;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/** One row of the table, as a source gives it. */
export interface WorldPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly offsetMinutes: number;
  readonly country: string;
}

export function worldOf(places: readonly WorldPlace[]): World {
  const countries = [...new Set(places.map(({ country }) => country))].toSorted();
  const indexOf = new Map(countries.map((country, index) => [country, index]));
  const column = (read: (place: WorldPlace) => number): Float64Array => {
    const numbers = sharedNumbers(places.length);
    numbers.set(places.map(read));
    return numbers;
  };
  return {
    latitude: column((place) => place.latitude),
    longitude: column((place) => place.longitude),
    population: column((place) => place.population),
    offsetMinutes: column((place) => place.offsetMinutes),
    country: column((place) => indexOf.get(place.country) ?? 0),
    countries,
  };
}

/** Threads see the same memory instead of a copy each. */
export function sharedNumbers(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
