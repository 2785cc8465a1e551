/** The recorded series of helm/mfapi/alerts/slo.yaml, each with the label `slo`. */
export const TOTAL = 'mfapi:slo_total:rate5m';
export const ERRORS = 'mfapi:slo_errors:rate5m';

/** Share of bad events over a span: `mfapi:slo_errors:ratio_rate1h`. */
export function ratioOver(span: string): string {
  return `mfapi:slo_errors:ratio_rate${span}`;
}

/**
 * PromQL: the share of bad events over any span, from the recorded rates, so that 30 days read few series.
 * @param matchers of the series: `slo="cost"`
 */
export function badShare(span: string, matchers: string): string {
  return `sum_over_time(${ERRORS}{${matchers}}[${span}]) / sum_over_time(${TOTAL}{${matchers}}[${span}])`;
}
