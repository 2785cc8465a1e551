import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Mark, Spec } from 'vega';
import type { ReportData } from '../data/report-data.js';
import { CONFIG, LAND, ORANGE, PAPER } from './theme.js';

/** Public domain; the page names it all the same. */
export const MAP_ATTRIBUTION =
  'Land: Natural Earth (https://www.naturalearthdata.com), public domain, by the package world-atlas.';

/** Width by height of the projection, and its scale for a width of one. */
const ASPECT = 2.25;
const SCALE = 0.182;
/** Of the largest circle, of the width. */
const LARGEST = 0.022;

/** Where requests come from: the area of a circle is proportional to the requests of its box. */
export function loadMapChart({ map }: ReportData, width: number): Spec {
  const height = Math.round(width / ASPECT);
  const most = Math.max(1, ...map.map(([, , requests]) => requests));
  return {
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: CONFIG,
    projections: [
      {
        name: 'earth',
        type: 'equalEarth',
        scale: SCALE * width,
        translate: [width / 2, height / 2 + 0.02 * width],
      },
    ],
    data: [
      { name: 'land', values: land(), format: { type: 'topojson', feature: 'land' } },
      {
        name: 'boxes',
        values: map.map(([latitude, longitude, requests]) => ({ latitude, longitude, requests })),
        transform: [{ type: 'geopoint', projection: 'earth', fields: ['longitude', 'latitude'] }],
      },
    ],
    scales: [
      {
        name: 'area',
        domain: [0, most],
        range: [0.4, Math.PI * (LARGEST * width) ** 2],
      },
    ],
    marks: marks(),
  };
}

function marks(): Mark[] {
  return [
    {
      type: 'shape',
      from: { data: 'land' },
      encode: { enter: { fill: { value: LAND } } },
      transform: [{ type: 'geoshape', projection: 'earth' }],
    },
    {
      type: 'symbol',
      from: { data: 'boxes' },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          size: { scale: 'area', field: 'requests' },
          fill: { value: ORANGE },
          fillOpacity: { value: 0.75 },
          stroke: { value: PAPER },
          strokeWidth: { value: 0.4 },
        },
      },
    },
  ];
}

function land(): object {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}
