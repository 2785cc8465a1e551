import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEquirectangular, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

type Topology = Parameters<typeof feature>[0];

const LAND = 'world-atlas/land-110m.json';
const DEGREES_PER_RADIAN = 180 / Math.PI;

/**
 * The land of the earth as SVG, in degrees: x is the longitude, y the latitude southwards. Its source is Natural Earth,
 * which is in the public domain.
 */
export function worldMap(): string {
  const file = createRequire(import.meta.url).resolve(LAND);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const degrees = geoEquirectangular().scale(DEGREES_PER_RADIAN).translate([0, 0]);
  const path = geoPath(degrees).digits(1)(feature(topology, topology.objects['land']!)) ?? '';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180">',
    `<path fill="#7d8794" fill-opacity="0.55" d="${path}"/>`,
    '</svg>',
  ].join('');
}
