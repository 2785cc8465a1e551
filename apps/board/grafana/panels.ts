import {
  BigValueColorMode,
  BigValueGraphMode,
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { describe, type About } from './about.js';
import { DATASOURCE, instantTargets, rangeTargets, type Queries } from './targets.js';

const FULL_WIDTH = 24;
const HEIGHT = 8;

/** How a panel is drawn; `inRowOf` is the number of panels side by side. */
export interface Drawing {
  readonly inRowOf?: number;
  readonly unit?: string;
  readonly max?: number;
  /** Thresholds drawn as lines. */
  readonly limit?: ThresholdsConfigBuilder;
}

export function lines(about: About, queries: Queries, drawing: Drawing = {}): TimeseriesBuilder {
  const { inRowOf = 3, unit = 'short', max, limit } = drawing;
  const panel = new TimeseriesBuilder()
    .title(about.title)
    .description(describe(about))
    .datasource(DATASOURCE)
    .targets(rangeTargets(queries))
    .height(HEIGHT)
    .span(FULL_WIDTH / inRowOf)
    .unit(unit)
    .min(0)
    .legend(legend())
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
  if (max !== undefined) panel.max(max);
  if (limit) panel.thresholds(limit).thresholdsStyle(dashed());
  return panel;
}

/** Stacked areas. */
export function areas(about: About, queries: Queries, drawing: Drawing = {}): TimeseriesBuilder {
  return stacked(lines(about, queries, drawing).fillOpacity(30));
}

/** Stacked counts, one bar per hour. */
export function hourlyBars(about: About, queries: Queries): TimeseriesBuilder {
  const panel = lines(about, queries).interval('1h').drawStyle(GraphDrawStyle.Bars);
  return stacked(panel.fillOpacity(60).lineWidth(0));
}

/** The current value as a large number. */
export function figure(about: About, queries: Queries, drawing: Drawing = {}): StatBuilder {
  const { inRowOf = 4, unit = 'short', limit } = drawing;
  const panel = new StatBuilder()
    .title(about.title)
    .description(describe(about))
    .datasource(DATASOURCE)
    .targets(instantTargets(queries))
    .height(HEIGHT)
    .span(FULL_WIDTH / inRowOf)
    .unit(unit)
    .graphMode(BigValueGraphMode.None)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
  return limit ? panel.thresholds(limit) : panel.colorMode(BigValueColorMode.None);
}

function stacked(panel: TimeseriesBuilder): TimeseriesBuilder {
  return panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal));
}

function legend(): VizLegendOptionsBuilder {
  return new VizLegendOptionsBuilder()
    .showLegend(true)
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom);
}

function dashed(): GraphThresholdsStyleConfigBuilder {
  return new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.DashedAndArea);
}
