/** Two positions in each of ten cities: different cells, the same place of the provider. */
export function pairsInTenPlaces(): readonly string[] {
  return CITIES.flatMap(([latitude, longitude]) => [
    `lt=${latitude}&lg=${longitude}`,
    `lt=${latitude}&lg=${longitude + EAST_BY_TWO_KM / Math.cos((latitude * Math.PI) / 180)}`,
  ]);
}

/** Position number `index`, below 10 000: each in its own village, on land east of the Oder. */
export function villagePosition(index: number): string {
  const [north, east] = [(index % 30) * 0.1, Math.floor(index / 30) * 0.15];
  return `lt=${(50 + north).toFixed(2)}&lg=${(15 + east).toFixed(2)}`;
}

const EAST_BY_TWO_KM = 2 / 111.195;

const CITIES: readonly (readonly [latitude: number, longitude: number])[] = [
  [48.8566, 2.3522],
  [45.764, 4.8357],
  [51.5074, -0.1278],
  [52.2297, 21.0122],
  [52.52, 13.405],
  [37.7749, -122.4194],
  [35.6762, 139.6503],
  [-33.8688, 151.2093],
  [27.7172, 85.324],
  [-1.2921, 36.8219],
];
