import { DAY_MS } from '../durations.js';
import type { GlanceContext } from './glance-context.js';

/** The change of the UTC offset in the next 24 hours: its instant, seconds since the epoch, and the new minutes. */
export function offsetChange(
  { zone, offsetMinutes, nextOffsetMinutes }: GlanceContext,
  nowMs: number,
): readonly [number, number] | undefined {
  if (nextOffsetMinutes === null || nextOffsetMinutes === offsetMinutes) return undefined;
  const atMs = zone.changeBetween(nowMs, nowMs + DAY_MS);
  return atMs === undefined ? undefined : [atMs / 1000, nextOffsetMinutes];
}
