import type { FleetData } from '../data/report-data.js';
import type { MemoryFigures } from '../figures/memory-figures.js';
import { callsPerMonth, priceOfCalls } from '../regret/choice.js';
import type { Prices } from '../regret/prices.js';
import { short } from '../regret/regret-table.js';
import { bytes, percent } from './format.js';

/**
 * Cells of a fleet, for the page and for docs/capacity.md.
 * @param requestsPerSecond the page has room for the busiest second only
 */
export function fleetCells(fleet: FleetData, prices: Prices, requestsPerSecond: string): string[] {
  return [
    short(fleet.watches),
    percent(fleet.hitRatio),
    short(fleet.calls),
    (fleet.calls / fleet.watches).toFixed(1),
    short(priceOfCalls(callsPerMonth(fleet), 0, prices)),
    requestsPerSecond,
    String(fleet.pods),
    bytes(fleet.redisBytes),
  ];
}

/** Cells of a size of the pods' memory: entries, records, memory, read from the pod, from Redis. */
export function memoryCells(memory: MemoryFigures): string[] {
  return [
    short(memory.entries),
    short(memory.records),
    bytes(memory.bytes),
    percent(memory.podMemoryRatio),
    percent(memory.hitRatio - memory.podMemoryRatio),
  ];
}
