import type { Window } from '@app/read-through/window.js';
import { DATASETS, type Dataset, type Windows } from '../../config/windows.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Rule {
  /** Fresh for what the provider says, within these bounds. */
  readonly freshAtLeastMs: number;
  readonly freshAtMostMs: number;
  readonly revalidateForMs: number;
  readonly errorForMs: number;
}

/** The owner's datasets, and answers of a search whose life is fixed. */
type RuleName = Dataset | 'kept-place' | 'no-place' | 'successor';

/** DESIGN section 5. */
const RULES: Readonly<Record<RuleName, Rule>> = {
  place: rule(30 * DAY, 30 * DAY, 30 * DAY, 180 * DAY),
  'kept-place': rule(DAY, DAY, 30 * DAY, 180 * DAY),
  'no-place': rule(DAY, DAY, 0, 0),
  successor: rule(DAY, DAY, 0, 0),
  conditions: rule(10 * MINUTE, HOUR, 5 * MINUTE, 6 * HOUR),
  hourly: rule(30 * MINUTE, 2 * HOUR, 30 * MINUTE, DAY),
  daily: rule(HOUR, 6 * HOUR, HOUR, 3 * DAY),
  alerts: rule(5 * MINUTE, 5 * MINUTE, MINUTE, 30 * MINUTE),
};

/** By how much windows are to be longer than they would be, 1 or more, so that a budget lasts. */
interface Pace {
  readonly ttlFactor: number;
}

/**
 * How long each dataset serves: the table, unless the owner set windows of their own. When calls are
 * spent too fast both stay fresh for longer, but what comes from the table never past its bounds.
 */
export class FreshnessPolicy {
  constructor(
    private readonly ownersWindows: Windows,
    private readonly pace: Pace = { ttlFactor: 1 },
  ) {}

  /** @param expiresInMs what the provider says; heeded within the bounds of the table */
  windowOf(dataset: RuleName, expiresInMs = 0): Window {
    const { ttlFactor } = this.pace;
    const owners = isOwners(dataset) ? this.ownersWindows[dataset] : undefined;
    if (owners) return { ...owners, freshForMs: owners.freshForMs * ttlFactor };
    const { freshAtLeastMs, freshAtMostMs, revalidateForMs, errorForMs } = RULES[dataset];
    const freshForMs = Math.max(expiresInMs, freshAtLeastMs) * ttlFactor;
    return { freshForMs: Math.min(freshForMs, freshAtMostMs), revalidateForMs, errorForMs };
  }
}

function rule(
  freshAtLeastMs: number,
  freshAtMostMs: number,
  revalidateForMs: number,
  errorForMs: number,
): Rule {
  return { freshAtLeastMs, freshAtMostMs, revalidateForMs, errorForMs };
}

function isOwners(name: RuleName): name is Dataset {
  return DATASETS.some((dataset) => dataset === name);
}
