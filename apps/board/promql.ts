/** What all queries of the board ask of: the pods that its variables choose. */
export const SCOPE = 'job="$job",environment=~"$environment",region=~"$region"';
/** All but probes. */
export const REQUESTS = 'route!~"/health/.*"';
/** What watches ask for: what the alerts go by. */
export const ENDPOINTS = 'route=~"/prcpt|/uvidx|/v1/.*"';
/** Who is refused at the door is answered in no time, and would hide the others. */
export const PAST_THE_DOOR = 'status!~"401|403|429"';
/** Of the alerts, and of what is compared with them. */
export const ALERT_SPAN = '5m';

const RATE_SPAN = '$__rate_interval';
const BY_REGION = 'sum by (environment, region)';

/** A metric of the chosen pods. */
export function chosen(metric: string, ...matchers: readonly string[]): string {
  return `${metric}{${[SCOPE, ...matchers].join(',')}}`;
}

export function perSecond(metric: string, ...matchers: readonly string[]): string {
  return `rate(${chosen(metric, ...matchers)}[${RATE_SPAN}])`;
}

/** By how much a counter rose. */
export function riseIn(span: string, metric: string, ...matchers: readonly string[]): string {
  return `increase(${chosen(metric, ...matchers)}[${span}])`;
}

export interface QuantileOptions {
  readonly quantile: number;
  /** Of a histogram, without `_bucket`. */
  readonly metric: string;
  readonly by: string;
  readonly matchers?: readonly string[];
  readonly span?: string;
}

export function quantileOf(options: QuantileOptions): string {
  const { quantile, metric, by, matchers = [], span = RATE_SPAN } = options;
  const buckets = `rate(${chosen(`${metric}_bucket`, ...matchers)}[${span}])`;
  return `histogram_quantile(${quantile}, sum by (${by}, le) (${buckets}))`;
}

/** What watches ask for, per second and region, without whom the pilot turns away: `mfapi:requests`. */
export function askedFor(span: string): string {
  const all = `${BY_REGION} (rate(${chosen('mfapi_http_requests_total', ENDPOINTS)}[${span}]))`;
  const turnedAway = chosen('mfapi_pilot_requests_total', 'result="turned-away"');
  return `(${all} - ${BY_REGION} (rate(${turnedAway}[${span}])) or ${all})`;
}

/** Share of 2XX and 304 by region: the formula of the alert `MfapiFewAnswersAre2xx`. */
export function successShare(span: string): string {
  const good = chosen('mfapi_http_requests_total', ENDPOINTS, 'status=~"2..|304"');
  const asked = askedFor(span);
  return `(${BY_REGION} (rate(${good}[${span}])) or 0 * ${asked}) / ${asked}`;
}
