import {
  BarGaugeDisplayMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { describe } from '../grafana/about.js';
import { DATASOURCE, instantTargets } from '../grafana/targets.js';
import { worldMap } from '../grafana/world-map.js';
import { increaseIn } from '../promql.js';
import type { Row } from './row.js';

const COUNT = 'mfapi_requests_by_country_total';
/** Grafana's variable for the selected time range. */
const TIME_RANGE = '$__range';

export function geographyRow(): Row {
  return { title: 'Requests by geography', panels: [map(), countries()] };
}

function map() {
  return worldMap(
    {
      title: 'Requests by country of the place',
      normal: 'countries in which watches are sold.',
      otherwise: 'another country: look for a single user behind it (user.id in the log).',
      runbook: 'The budget runs out',
    },
    `sum by (country) (${increaseIn(TIME_RANGE, COUNT, 'country!="none"')}) > 0`,
  );
}

function countries() {
  const about = {
    title: 'Countries with the most requests',
    normal: 'the same list as last week; “none” is open sea and requests without an answer.',
    otherwise: 'many “none” together with 503: the provider finds no places.',
    runbook: 'Much is stale',
  };
  return new BarGaugeBuilder()
    .title(about.title)
    .description(describe(about))
    .datasource(DATASOURCE)
    .targets(
      instantTargets({
        '{{country}}': `topk(15, sum by (country) (${increaseIn(TIME_RANGE, COUNT)}))`,
      }),
    )
    .height(14)
    .span(8)
    .decimals(0)
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Gradient)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
}
