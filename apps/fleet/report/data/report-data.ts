import type { MapBox } from '../figures/load-map.js';
import type { MemoryFigures } from '../figures/memory-figures.js';
import type { QuarterHour } from '../figures/day-curve.js';
import type { Spread } from '../figures/numbers.js';

/** One row of a sweep, beside the reference on the same places. */
export interface RowData {
  readonly sweep: string;
  readonly name: string;
  /** Calls per watch compared with the reference: -0.1 = a tenth fewer. */
  readonly change: number;
  readonly hitRatio: number;
  /** Of conditions, seconds. */
  readonly age: Spread;
  readonly kmP95: number;
}

/** What the report needs of the plan of one fleet. Calls and requests are per day. */
export interface FleetData {
  /** That printed the figures. */
  readonly command: string;
  readonly watches: number;
  readonly hitRatio: number;
  /** By dataset. */
  readonly hitRatios: Readonly<Record<string, number>>;
  readonly calls: number;
  readonly callsByDataset: Readonly<Record<string, number>>;
  /** Than two calls per request, for conditions and searches. */
  readonly timesFewer: number;
  readonly requests: number;
  readonly requestsPerSecond: { readonly mean: number; readonly peak: number };
  readonly byQuarterHour: readonly QuarterHour[];
  readonly microsecondsPerRequest: number;
  /** For the busiest second, at the autoscaler's target. */
  readonly pods: number;
  readonly redisBytes: number;
  /** In the busiest second. */
  readonly redisCommandsPerSecond: number;
  readonly rows: readonly RowData[];
}

/** The same fleet, whose watches ask in another way. */
export interface PollingData extends Pick<
  FleetData,
  'command' | 'hitRatio' | 'calls' | 'requests' | 'requestsPerSecond' | 'byQuarterHour'
> {
  readonly polling: string;
}

/** All that the report shows; stored as docs/fleet/plan-summary.json. */
export interface ReportData {
  readonly attribution: string;
  /** The date of the plans. */
  readonly plannedOn: string;
  /** From the smallest to the largest. */
  readonly fleets: readonly FleetData[];
  /** Watches of the fleet that the report is about. */
  readonly watches: number;
  /** Of that fleet, by where requests of `mapCommand` come from: a plan of all places. */
  readonly map: readonly MapBox[];
  readonly mapCommand: string;
  readonly podMemory: readonly MemoryFigures[];
  readonly polling: readonly PollingData[];
}

/** The fleet that the report is about. */
export function mainFleet({ fleets, watches }: ReportData): FleetData {
  const fleet = fleets.find((one) => one.watches === watches);
  if (!fleet) throw new Error(`no plan of ${watches} watches`);
  return fleet;
}
