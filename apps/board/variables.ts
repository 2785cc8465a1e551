import {
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE } from './grafana/targets.js';

/** The price of 1000 provider calls; set by the chart's value `monitoring.dashboards.upstreamPricePer1000`. */
export const PRICE = 'UPSTREAM_PRICE_PER_1000';
const DEFAULT_PRICE = '1';
const INFO = 'mfapi_build_info';

/** Selectors for data source, job, environment and region, with the labels of the ServiceMonitor; and the price. */
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

/** All values by default; `.*` also matches series without the label. */
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
