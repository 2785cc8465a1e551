import { readFile } from 'node:fs/promises';
import { OptionError } from '../../plan/option.error.js';
import type { PlanDocument } from '../plan-document.js';
import type { ReportData } from './report-data.js';
import { summarise } from './summarise.js';

/** Where the summary of the report in docs/ is kept. */
export const SUMMARY_FILE = 'docs/fleet/plan-summary.json';

/**
 * Reads plans, or one summary.
 * @throws OptionError when a file is neither
 */
export async function readData(
  files: readonly string[],
  today: string,
  watches: number | undefined,
): Promise<ReportData> {
  const contents = await Promise.all(files.map(readJson));
  const [first] = contents;
  if (contents.length === 1 && isSummary(first)) return withWatches(first, watches);
  const plans = contents.filter(isPlan);
  if (plans.length === contents.length) return summarise(plans, today, watches);
  throw new OptionError('give plans that fleet plan --json has written, or one summary');
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new OptionError(`${file}: ${(error as Error).message}`);
  }
}

/** The map and the other figures of one fleet are those of the summary's own fleet. */
function withWatches(data: ReportData, watches: number | undefined): ReportData {
  if (watches === undefined || watches === data.watches) return data;
  throw new OptionError(
    `--watches=${watches}: the stored summary is about ${data.watches}; make the plans with --run`,
  );
}

function isSummary(content: unknown): content is ReportData {
  return isObject(content) && 'fleets' in content && 'plannedOn' in content;
}

function isPlan(content: unknown): content is PlanDocument {
  return isObject(content) && 'reference' in content && 'podMemory' in content;
}

function isObject(content: unknown): content is object {
  return typeof content === 'object' && content !== null;
}
