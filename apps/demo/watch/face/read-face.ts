import { conditionName, iconFile } from '../../../../packages/watch-client/index.js';
import type { Glance } from './glance.js';
import { clockText, minuteOfDay, runningHour, startOfHour } from './local-clock.js';
import { rainText } from './rain.js';
import type { FaceHour, FaceSun, WatchFace } from './watch-face.js';

const ALERTS = { 0: 'none', 1: 'in-force' } as const;

export interface FaceOptions {
  /** The watch's clock, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** What the client says about the whole response. */
  readonly isStale: boolean;
}

/** What a watch shows from a glance alone, wherever the place is. */
export function readFace(glance: Glance, { nowMs, isStale }: FaceOptions): WatchFace {
  const nowSeconds = Math.floor(nowMs / 1000);
  const minute = minuteOfDay(glance, nowSeconds);
  const isDay = flag(glance.n?.l);
  const condition = conditionName(glance.n?.c ?? 0);
  return {
    place: glance.pl ?? '',
    time: minute === null ? null : clockText(minute),
    isDay,
    condition,
    icon: iconFile(condition, isDay),
    temperature: glance.n?.k ?? null,
    unit: glance.u === 'i' ? '°F' : '°C',
    hours: hoursOf(glance, nowSeconds),
    sun: sunOf(glance, minute),
    rain: rainText(glance, nowSeconds),
    alerts: ALERTS[glance.al as keyof typeof ALERTS] ?? 'unknown',
    isStale: isStale || glance.s !== 0,
    ageMinutes: glance.t === null ? null : Math.max(0, Math.floor((nowSeconds - glance.t) / 60)),
    attribution: glance.a,
  };
}

/** The running hour and those after it. */
function hoursOf(glance: Glance, nowSeconds: number): FaceHour[] {
  const { h } = glance;
  if (!h) return [];
  const running = runningHour(h.b, nowSeconds);
  return h.c.flatMap((condition, index) => {
    const minute = minuteOfDay(glance, startOfHour(h.b, index));
    if (minute === null || index < running) return [];
    return {
      startMinute: minute,
      isDay: h.l === null ? null : ((h.l >> index) & 1) === 1,
      condition: conditionName(condition),
      temperature: h.k[index] ?? null,
      rainChance: h.p[index] ?? null,
    };
  });
}

function sunOf({ su }: Glance, minute: number | null): FaceSun {
  if (!su) return { kind: 'unknown' };
  if (su.length === 1) return { kind: su[0] ? 'up-all-day' : 'down-all-day' };
  const [rise = null, set = null] = su;
  return {
    kind: 'rises-and-sets',
    rise: rise === null ? null : clockText(rise),
    set: set === null ? null : clockText(set),
    progress: progressOf(rise, set, minute),
  };
}

function progressOf(rise: number | null, set: number | null, minute: number | null): number | null {
  if (rise === null || set === null || minute === null) return null;
  const progress = (minute - rise) / (set - rise);
  return progress >= 0 && progress <= 1 ? progress : null;
}

function flag(value: number | null | undefined): boolean | null {
  return typeof value === 'number' ? value === 1 : null;
}
