import {
  FrameGeometrySourceBuilder,
  FrameGeometrySourceMode,
  MapLayerOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  MapViewConfigBuilder,
  PanelBuilder as GeomapBuilder,
} from '@grafana/grafana-foundation-sdk/geomap';
import { describe, type About } from './about.js';
import { DATASOURCE, tableTarget } from './targets.js';

/** Part of Grafana; maps ISO 3166-1 alpha-2 codes to positions. */
const COUNTRIES = 'public/gazetteer/countries.json';
const VALUE = 'Value';

/**
 * A dot on each country, scaled by its value.
 * @param expression returns one series per country with a label `country`
 */
export function worldMap(about: About, expression: string): GeomapBuilder {
  return new GeomapBuilder()
    .title(about.title)
    .description(describe(about))
    .datasource(DATASOURCE)
    .withTarget(tableTarget(expression))
    .height(14)
    .span(16)
    .unit('short')
    .decimals(0)
    .view(new MapViewConfigBuilder().id('zero').lat(20).lon(0).zoom(1.6))
    .basemap(new MapLayerOptionsBuilder().type('default').name('Map'))
    .layers([dots()]);
}

function dots(): MapLayerOptionsBuilder {
  return new MapLayerOptionsBuilder()
    .type('markers')
    .name('Requests')
    .tooltip(true)
    .location(
      new FrameGeometrySourceBuilder()
        .mode(FrameGeometrySourceMode.Lookup)
        .lookup('country')
        .gazetteer(COUNTRIES),
    )
    .config({
      showLegend: false,
      style: {
        color: { field: VALUE, fixed: 'blue' },
        opacity: 0.6,
        size: { field: VALUE, fixed: 5, min: 4, max: 30 },
        symbol: { mode: 'fixed', fixed: 'img/icons/marker/circle.svg' },
        text: { mode: 'field', field: 'country', fixed: '' },
        textConfig: { fontSize: 10, textAlign: 'center', textBaseline: 'middle' },
      },
    });
}
