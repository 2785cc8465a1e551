export const count = (number: number): string => number.toLocaleString('en');
export const percent = (ratio: number): string => `${(100 * ratio).toFixed(1)} %`;

/** A difference, with its sign. */
export const change = (ratio: number): string => `${ratio > 0 ? '+' : ''}${percent(ratio)}`;

export function bytes(number: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, number)) / 3));
  return `${(number / 1_000 ** power).toFixed(1)} ${units[power]}`;
}
