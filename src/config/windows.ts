import type { Window } from '@app/read-through/window.js';
import { DATASET_NAMES, type DatasetName } from '../weather/datasets/registry.js';

/** The records whose freshness windows can be configured. */
export type WindowName = 'place' | DatasetName;

export const WINDOW_NAMES: readonly WindowName[] = ['place', ...DATASET_NAMES];

export type Windows = Readonly<Partial<Record<WindowName, Window>>>;

export function isWindowName(name: string): name is WindowName {
  return WINDOW_NAMES.some((one) => one === name);
}

/**
 * Parses `conditions=600/300/21600;daily=3600/3600/259200`: seconds of fresh/revalidate/error per
 * record. Records that are not listed keep their defaults.
 */
export function parseWindows(text: string): Windows {
  const entries = text
    .split(';')
    .filter((entry) => entry.trim() !== '')
    .map(parseEntry);
  const names = entries.map(([name]) => name);
  if (new Set(names).size < names.length) throw new Error('must name each dataset once');
  return Object.fromEntries(entries);
}

function parseEntry(entry: string): [WindowName, Window] {
  const found = /^\s*([a-z]+)=(\d{1,9})\/(\d{1,9})\/(\d{1,9})\s*$/.exec(entry);
  const name = WINDOW_NAMES.find((one) => one === found?.[1]);
  const [freshForMs, revalidateForMs, errorForMs] = (found ?? [])
    .slice(2)
    .map((seconds) => Number(seconds) * 1000);
  if (!name || !freshForMs || revalidateForMs === undefined || errorForMs === undefined) {
    throw new Error(
      `must be like conditions=600/300/21600;daily=3600/3600/259200 (seconds fresh, at least 1/revalidate/error), of ${WINDOW_NAMES.join(', ')}`,
    );
  }
  return [name, { freshForMs, revalidateForMs, errorForMs }];
}
