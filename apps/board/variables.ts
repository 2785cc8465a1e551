import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './grafana/targets.js';

/** What 1000 calls to the provider cost; the chart's value `monitoring.dashboards.upstreamPricePer1000` goes here. */
export const PRICE = 'UPSTREAM_PRICE_PER_1000';
const DEFAULT_PRICE = '1';
const INFO = 'mfapi_build_info';

/** Whose metrics the board shows, labelled as the ServiceMonitor does; and what a call costs. */
export function variables() {
  return [
    new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
    new QueryVariableBuilder('job')
      .label('Job')
      .datasource(DATASOURCE)
      .query(`label_values(${INFO}, job)`)
      .refresh(VariableRefresh.OnDashboardLoad)
      .current({ text: 'mfapi', value: 'mfapi' }),
    many('environment', 'Environment', `${INFO}{job="$job"}`),
    many('region', 'Region', `${INFO}{job="$job",environment=~"$environment"}`),
    new TextBoxVariableBuilder(PRICE)
      .label('Price of 1000 calls')
      .defaultValue(DEFAULT_PRICE)
      .current({ text: DEFAULT_PRICE, value: DEFAULT_PRICE }),
  ];
}

/** All unless some are chosen; `.*` also takes what has no such label. */
function many(name: string, label: string, series: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(DATASOURCE)
    .query(`label_values(${series}, ${name})`)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ text: 'All', value: '$__all' });
}
