import {
  BarGaugeDisplayMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { describe } from '../grafana/about.js';
import { DATASOURCE, instantTargets } from '../grafana/targets.js';
import { worldMap } from '../grafana/world-map.js';
import { riseIn } from '../promql.js';
import type { Row } from './row.js';

const COUNT = 'mfapi_requests_by_country_total';
/** What the board shows of time. */
const SHOWN = '$__range';

export function geographyRow(): Row {
  return { title: 'Requests by geography', panels: [map(), countries()] };
}

function map() {
  return worldMap(
    {
      title: 'Requests by country of the place',
      normal: 'where watches are sold.',
      otherwise: 'a country that nobody sold to: look for one user behind it (user.id in the log).',
      runbook: 'The budget runs out',
    },
    `sum by (country) (${riseIn(SHOWN, COUNT, 'country!="none"')}) > 0`,
  );
}

function countries() {
  const about = {
    title: 'Countries with most requests',
    normal: 'the list of last week; “none” are open sea, and requests that were not answered.',
    otherwise: 'much of “none” together with 503: the provider finds no places.',
    runbook: 'Much is stale',
  };
  return new BarGaugeBuilder()
    .title(about.title)
    .description(describe(about))
    .datasource(DATASOURCE)
    .targets(
      instantTargets({ '{{country}}': `topk(15, sum by (country) (${riseIn(SHOWN, COUNT)}))` }),
    )
    .height(14)
    .span(8)
    .decimals(0)
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Gradient)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
}
