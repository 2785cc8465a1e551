/** A series of a result: its labels, and its values at instants in seconds. */
export interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [atSeconds: number, value: number])[];
}

export interface TimeRange {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly stepSeconds: number;
}

interface QueryResponse {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data: { readonly result: readonly Result[] };
}

type RawValue = readonly [atSeconds: number, value: string];

interface Result {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: RawValue;
  readonly values?: readonly RawValue[];
}

/**
 * Queries Prometheus through its HTTP API, as Grafana does.
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export class PrometheusClient {
  constructor(private readonly url: string) {}

  /** The values now. @throws Error for an invalid query */
  query(expression: string): Promise<Series[]> {
    return this.request('query', { query: expression });
  }

  /** The values over time. @throws Error for an invalid query */
  queryRange(expression: string, range: TimeRange): Promise<Series[]> {
    return this.request('query_range', {
      query: expression,
      start: String(range.startSeconds),
      end: String(range.endSeconds),
      step: String(range.stepSeconds),
    });
  }

  private async request(endpoint: string, parameters: Record<string, string>): Promise<Series[]> {
    const body = new URLSearchParams(parameters);
    const response = await fetch(`${this.url}/api/v1/${endpoint}`, { method: 'POST', body });
    const { status, error, data } = (await response.json()) as QueryResponse;
    if (status === 'error') throw new Error(`${error}, in: ${parameters['query']}`);
    return data.result.map(({ metric, value, values = value ? [value] : [] }) => ({
      metric,
      values: values.map(([atSeconds, text]) => [atSeconds, numberOf(text)] as const),
    }));
  }
}

function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
