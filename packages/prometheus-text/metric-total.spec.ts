import { describe, expect, it } from '@jest/globals';
import { metricTotal } from './metric-total.js';

const TEXT = `# HELP calls_total Calls.
# TYPE calls_total counter
calls_total{dataset="daily",outcome="ok"} 3
calls_total{dataset="alerts",outcome="ok"} 4
calls_total{dataset="alerts",outcome="timeout"} 5
# TYPE calls_total_of_others counter
calls_total_of_others 100
# TYPE empty_total counter
`;

describe('the total of a metric', () => {
  it('is the sum of its series, and not of a metric with a longer name', () => {
    expect(metricTotal(TEXT, 'calls_total')).toBe(12);
    expect(metricTotal(TEXT, 'calls_total_of_others')).toBe(100);
  });

  it('counts the series that have all the labels', () => {
    expect(metricTotal(TEXT, 'calls_total', ['outcome="ok"'])).toBe(7);
    expect(metricTotal(TEXT, 'calls_total', ['outcome="ok"', 'dataset="daily"'])).toBe(3);
  });

  it('is 0 without any series, and unknown without the metric', () => {
    expect(metricTotal(TEXT, 'empty_total')).toBe(0);
    expect(metricTotal(TEXT, 'missing_total')).toBeUndefined();
  });
});
