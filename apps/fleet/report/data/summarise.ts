import { OptionError } from '../../plan/option.error.js';
import type { RowFigures } from '../figures/row-figures.js';
import { round } from '../figures/numbers.js';
import type { PlanDocument } from '../plan-document.js';
import type { FleetData, PollingData, ReportData, RowData } from './report-data.js';

/** Of `--polling`, in which all fleets are compared. */
const USUAL_POLLING = '64';

/**
 * What the report needs of plans.
 * @param watches of the fleet that the report is about; undefined = the largest of which all places were planned
 * @throws OptionError when a plan is missing
 */
export function summarise(
  documents: readonly PlanDocument[],
  plannedOn: string,
  watches?: number,
): ReportData {
  const fleets = documents
    .filter(({ input, rows }) => input.polling === USUAL_POLLING && rows.length > 0)
    .toSorted((a, b) => a.input.watches - b.input.watches);
  const whole = fleets.filter(({ input }) => input.sampledPlaces.oneIn === 1);
  const main =
    watches === undefined ? whole.at(-1) : fleets.find((of) => of.input.watches === watches);
  if (!main) throw new OptionError('the report needs a plan with all sweeps of its fleet');
  return {
    attribution: main.attribution,
    plannedOn,
    watches: main.input.watches,
    fleets: fleets.map(fleetOf),
    ...mapOf(main, whole.at(-1) ?? main),
    podMemory: main.podMemory,
    polling: documents.filter(({ rows }) => rows.length === 0).map(pollingOf),
  };
}

/** A sample of places would show some cities for all, so the map is that of a plan of all places, to scale. */
function mapOf(main: PlanDocument, whole: PlanDocument): Pick<ReportData, 'map' | 'mapCommand'> {
  const factor = main.load.requestsPerDay / whole.load.requestsPerDay;
  return {
    map: whole.map.map(([latitude, longitude, requests]) => [
      latitude,
      longitude,
      Math.round(factor * requests),
    ]),
    mapCommand: withoutFile(whole.command),
  };
}

function fleetOf(document: PlanDocument): FleetData {
  const { input, reference, load } = document;
  const datasets = Object.entries(reference.datasets);
  return {
    command: withoutFile(document.command),
    watches: input.watches,
    hitRatio: reference.hitRatio,
    hitRatios: Object.fromEntries(datasets.map(([name, of]) => [name, of.hitRatio])),
    calls: reference.upstreamCallsPerDay,
    callsByDataset: Object.fromEntries(
      datasets.map(([name, of]) => [name, of.upstreamCallsPerDay]),
    ),
    timesFewer: reference.conditionsAndSearch.timesFewer,
    requests: load.requestsPerDay,
    requestsPerSecond: load.requestsPerSecond,
    byQuarterHour: load.byQuarterHour,
    microsecondsPerRequest: load.cpu.microsecondsPerRequest,
    pods: load.cpu.podsPeak,
    redisBytes: load.redis.memoryBytes,
    redisCommandsPerSecond: load.redis.commandsPerSecondPeak,
    rows: rowsOf(document.rows),
  };
}

/** @param rows the reference on the same places, then the rows */
function rowsOf([reference, ...rows]: readonly RowFigures[]): readonly RowData[] {
  const usual = reference?.datasets.conditions?.ageSeconds;
  if (!reference || !usual) return [];
  return [reference, ...rows].map((row) => ({
    sweep: row.sweep,
    name: row.name,
    change: round(row.callsPerWatchPerDay / reference.callsPerWatchPerDay - 1, 4),
    hitRatio: row.hitRatio,
    age: row.datasets.conditions?.ageSeconds ?? usual,
    kmP95: row.distanceKm.p95,
  }));
}

function pollingOf({ command, input, reference, load }: PlanDocument): PollingData {
  return {
    command: withoutFile(command),
    polling: input.polling,
    hitRatio: reference.hitRatio,
    calls: reference.upstreamCallsPerDay,
    requests: load.requestsPerDay,
    requestsPerSecond: load.requestsPerSecond,
    byQuarterHour: load.byQuarterHour,
  };
}

/** Where the figures went is of no interest. */
function withoutFile(command: string): string {
  return command.replace(/ --json[= ]\S+/, '').replace(/ --workers[= ]\d+/, '');
}
