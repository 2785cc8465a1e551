import type { FleetData, RowData } from '../data/report-data.js';

/** Sweeps whose rows are levers: settings that change calls, and not the size of something. */
const LEVERS: readonly string[] = ['cells', 'keys', 'searches', 'sparse', 'windows', 'adaptive'];
/** Of these rows people per key are a fact of the provider, and no setting. */
const ASSUMED = /people per key$/;
const SHORT: Readonly<Record<string, string>> = {
  'metres:500': 'cells of 500 m',
  'metres:2000': 'cells of 2 km',
  'metres:5000': 'cells of 5 km',
  'one cell of 20 km where few live': '20 km cells where few live',
  'conditions, a call worth 600 s of age': 'conditions by demand, 10 min',
  'conditions, a call worth 1800 s of age': 'conditions by demand, 30 min',
  'conditions, a call worth 3600 s of age': 'conditions by demand, 60 min',
};

export function leverName({ name }: Pick<RowData, 'name'>): string {
  return SHORT[name] ?? name;
}

/** The levers of a fleet, those that save most first. */
export function leversOf({ rows }: FleetData): readonly RowData[] {
  return rows
    .filter(({ sweep, name }) => LEVERS.includes(sweep) && !ASSUMED.test(name))
    .toSorted((a, b) => a.change - b.change);
}
