/** Selects the pods that match the variables of the board. */
export const SCOPE = 'job="$job",environment=~"$environment",region=~"$region"';
/** Selects recorded series, which belong to no job. */
export const RECORDED_SCOPE = 'environment=~"$environment",region=~"$region"';
/** All requests except probes. */
export const REQUESTS = 'route!~"/health/.*"';
/** The weather endpoints, as in the alerts. */
export const WATCH_REQUESTS = 'route=~"/prcpt|/uvidx|/v1/.*",client!="smoke"';
/** Without requests that are rejected before they reach a handler: they are fast and would hide the others. */
export const NOT_REJECTED = 'status!~"401|403|429"';
/** The range of the alerts and of the panels that show the same values. */
export const ALERT_SPAN = '5m';

const RATE_SPAN = '$__rate_interval';
const BY_REGION = 'sum by (environment, region)';

/** A metric of the selected pods. */
export function selected(metric: string, ...matchers: readonly string[]): string {
  return `${metric}{${[SCOPE, ...matchers].join(',')}}`;
}

export function perSecond(metric: string, ...matchers: readonly string[]): string {
  return `rate(${selected(metric, ...matchers)}[${RATE_SPAN}])`;
}

/** The increase of a counter over a time span. */
export function increaseIn(span: string, metric: string, ...matchers: readonly string[]): string {
  return `increase(${selected(metric, ...matchers)}[${span}])`;
}

export interface QuantileOptions {
  readonly quantile: number;
  /** Name of a histogram, without `_bucket`. */
  readonly metric: string;
  readonly by: string;
  readonly matchers?: readonly string[];
  readonly span?: string;
}

export function quantileOf(options: QuantileOptions): string {
  const { quantile, metric, by, matchers = [], span = RATE_SPAN } = options;
  const buckets = `rate(${selected(`${metric}_bucket`, ...matchers)}[${span}])`;
  return `histogram_quantile(${quantile}, sum by (${by}, le) (${buckets}))`;
}

/** Weather requests per second and region, without those outside the pilot: `mfapi:requests`. */
export function watchRequestRate(span: string): string {
  const all = `${BY_REGION} (rate(${selected('mfapi_http_requests_total', WATCH_REQUESTS)}[${span}]))`;
  const turnedAway = selected('mfapi_pilot_requests_total', 'result="turned-away",client!="smoke"');
  return `(${all} - ${BY_REGION} (rate(${turnedAway}[${span}])) or ${all})`;
}

/** Share of 2XX and 304 by region: the formula of the alert `MfapiFewAnswersAre2xx`. */
export function successShare(span: string): string {
  const succeeded = selected('mfapi_http_requests_total', WATCH_REQUESTS, 'status=~"2..|304"');
  const requests = watchRequestRate(span);
  return `(${BY_REGION} (rate(${succeeded}[${span}])) or 0 * ${requests}) / ${requests}`;
}
