import { ENDPOINTS, type Call, type Endpoint } from './call.js';

export interface Calls {
  readonly total: number;
  readonly byEndpoint: Readonly<Record<Endpoint, number>>;
  /** `search 48.875,2.305`, `currentconditions 623`. */
  readonly byTarget: Readonly<Record<string, number>>;
  /** `daily 10`, `hourly 24`. */
  readonly bySpan: Readonly<Record<string, number>>;
}

/** Counts the calls that the vendor would bill: every request to a weather endpoint. */
export class CallCounter {
  private readonly endpoints = new Map<Endpoint, number>();
  private readonly targets = new Map<string, number>();
  private readonly spans = new Map<string, number>();

  count({ endpoint, target, span }: Call): void {
    increment(this.endpoints, endpoint);
    increment(this.targets, `${endpoint} ${target}`);
    if (span > 0) increment(this.spans, `${endpoint} ${span}`);
  }

  reset(): void {
    this.endpoints.clear();
    this.targets.clear();
    this.spans.clear();
  }

  /** A copy: later calls do not change it. */
  snapshot(): Calls {
    const counted = ENDPOINTS.map((endpoint) => [endpoint, this.endpoints.get(endpoint) ?? 0]);
    return {
      total: [...this.endpoints.values()].reduce((total, calls) => total + calls, 0),
      byEndpoint: Object.fromEntries(counted) as Record<Endpoint, number>,
      byTarget: Object.fromEntries(this.targets),
      bySpan: Object.fromEntries(this.spans),
    };
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
