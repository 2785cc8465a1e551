/** What `npm run chaos -- --hour` measured: `docs/bad-hour.json`. */
export interface HourRecord {
  /** ISO date of the run. */
  readonly date: string;
  readonly machine: string;
  readonly pods: number;
  readonly requestsPerSecond: number;
  /** Cities whose weather is asked for again and again. */
  readonly warmPlaces: number;
  /** Upstream calls allowed per day. */
  readonly dailyBudget: number;
  readonly faults: readonly HourFault[];
  readonly minutes: readonly Minute[];
}

export interface HourFault {
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly title: string;
}

/** Counts of one minute. */
export interface Minute {
  /** Requests answered with a fresh record of the cache. */
  readonly hits: number;
  /** Requests answered with a copy past its freshness window. */
  readonly stale: number;
  /** Requests answered that waited for the provider. */
  readonly loaded: number;
  /** Requests for a position that was never asked for before, answered with 503 because the provider failed. */
  readonly refused: number;
  /** Any other answer, or none. */
  readonly failed: number;
  /** Calls that reached the provider. */
  readonly calls: number;
  /** Calls that the budget has counted since the start. */
  readonly budgetUsed: number;
}

/** As JSON with a line per minute, so that a new run has a readable diff. */
export function hourRecordText({ minutes, faults, ...rest }: HourRecord): string {
  const head = JSON.stringify(rest, null, 2).replace(/\n}$/, ',');
  return `${head}\n  "faults": [\n${linesOf(faults)}\n  ],\n  "minutes": [\n${linesOf(minutes)}\n  ]\n}\n`;
}

function linesOf(rows: readonly object[]): string {
  return rows
    .map((row) => `    ${JSON.stringify(row).replaceAll(/[:,{]/g, '$& ').replace('}', ' }')}`)
    .join(',\n');
}
