import { parseWindows } from '../../../../src/config/windows.js';
import { FreshnessPolicy } from '../../../../src/weather/cache/freshness-policy.js';
import { expiresInMsOf } from '../../plan/city-cache.js';
import type { PlanPart } from '../../plan/plan-part.js';
import type { Kind, Variant } from '../../plan/variant.js';
import { round } from './numbers.js';

/** The calls of one kind of record compared with the least possible ones on the same requests. */
export interface FloorFigures {
  /** The age limit T of the floor: the window without jitter. */
  readonly ageLimitSeconds: number;
  readonly upstreamCalls: number;
  /** The fewest intervals of length T that cover the requests of each record. */
  readonly floorCalls: number;
  readonly callsOverFloor: number;
  /** The same for T = fresh + revalidate: the age that a copy may reach while it is refreshed. */
  readonly floorCallsFreshAndRevalidate: number;
}

export function floorFigures(
  { windows }: Variant,
  part: PlanPart,
  scale: number,
): Partial<Readonly<Record<Kind, FloorFigures>>> {
  const policy = new FreshnessPolicy(parseWindows(windows));
  const entries = [...(part.rows[0]?.tallies ?? [])].map(([kind, { calls }]) => {
    const floor = part.floors.get('fresh')?.get(kind) ?? 0;
    const figures: FloorFigures = {
      ageLimitSeconds: policy.windowOf(kind, expiresInMsOf(kind)).freshForMs / 1_000,
      upstreamCalls: Math.round(calls * scale),
      floorCalls: Math.round(floor * scale),
      callsOverFloor: round(calls / floor, 4),
      floorCallsFreshAndRevalidate: Math.round(
        (part.floors.get('freshAndRevalidate')?.get(kind) ?? 0) * scale,
      ),
    };
    return [kind, figures] as const;
  });
  return Object.fromEntries(entries);
}
