import type { Window } from '@app/read-through/window.js';

/** The datasets whose freshness the owner can set. */
export const DATASETS = ['place', 'conditions', 'hourly', 'daily', 'alerts'] as const;

export type Dataset = (typeof DATASETS)[number];

export type Windows = Readonly<Partial<Record<Dataset, Window>>>;

/**
 * Reads `conditions=600/300/21600;daily=3600/3600/259200`: seconds of fresh/revalidate/error for
 * each dataset named; the others keep their defaults.
 */
export function parseWindows(text: string): Windows {
  const entries = text
    .split(';')
    .filter((entry) => entry.trim() !== '')
    .map(parseEntry);
  const names = entries.map(([dataset]) => dataset);
  if (new Set(names).size < names.length) throw new Error('must name each dataset once');
  return Object.fromEntries(entries);
}

function parseEntry(entry: string): [Dataset, Window] {
  const found = /^\s*([a-z]+)=(\d{1,9})\/(\d{1,9})\/(\d{1,9})\s*$/.exec(entry);
  const dataset = DATASETS.find((name) => name === found?.[1]);
  const [freshForMs, revalidateForMs, errorForMs] = (found ?? [])
    .slice(2)
    .map((seconds) => Number(seconds) * 1000);
  if (!dataset || !freshForMs || revalidateForMs === undefined || errorForMs === undefined) {
    throw new Error(
      `must be like conditions=600/300/21600;daily=3600/3600/259200 (seconds fresh, at least 1/revalidate/error), of ${DATASETS.join(', ')}`,
    );
  }
  return [dataset, { freshForMs, revalidateForMs, errorForMs }];
}
