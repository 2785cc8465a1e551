const CITIES = [
  'lt=48.8566&lg=2.3522',
  'lt=52.52&lg=13.405',
  'lt=37.7749&lg=-122.4194',
  'lt=34.0522&lg=-118.2437',
];

/** A request at one of four cities, the same again and again. */
export function warmPath(index: number): string {
  return `/prcpt?${CITIES[index % CITIES.length]}`;
}

/** A request at a place where no watch has asked before: villages 20 km apart. */
export function coldPath(index: number): string {
  const [row, column] = [Math.floor(index / 20), index % 20];
  return `/prcpt?lt=${(44 + row * 0.2).toFixed(2)}&lg=${(0 + column * 0.25).toFixed(2)}`;
}
