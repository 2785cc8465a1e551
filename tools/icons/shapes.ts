import {
  arc,
  at,
  crossings,
  distance,
  pointAt,
  withoutDisc,
  type Disc,
  type Point,
} from './geometry.js';

/** Each has a contrast of at least 3:1 on black and on white: a relative luminance between 0.10 and 0.30. */
const COLOURS = {
  sun: '#d27c00',
  moon: '#8b7bd6',
  cloud: '#7c8896',
  darkCloud: '#5d6976',
  rain: '#2a7fe8',
  ice: '#2496b8',
  bolt: '#e06a00',
  heat: '#e0452b',
  wind: '#3f8f78',
} as const;
type Colour = keyof typeof COLOURS;

/** Between shapes in front of each other, so that they stay apart without colour. */
const GAP = 1.1;
const ALL_AROUND = [0, 45, 90, 135, 180, 225, 270, 315];
export const UPWARDS = [0, 45, 90, 135, 180];

/** A cloud, and what it covers. */
export interface Cloud {
  readonly drawing: string;
  readonly bumps: readonly [left: Disc, middle: Disc, right: Disc];
}

/** @param x,y of the top left corner of its 20 × 12 box at size 1 */
export function cloud(x: number, y: number, size: number, colour: Colour = 'cloud'): Cloud {
  const bump = (dx: number, dy: number, r: number): Disc => ({
    x: x + dx * size,
    y: y + dy * size,
    r: r * size,
  });
  const [left, middle, right] = [bump(4.3, 7.7, 4.3), bump(9.6, 6, 6), bump(15.7, 7.7, 4.3)];
  const bottom = y + 12 * size;
  const outline = [
    `M${at([left.x, bottom])}`,
    arc(left.r, crossings(left, middle)[0], { large: true }),
    arc(middle.r, crossings(middle, right)[0]),
    arc(right.r, [right.x, bottom], { large: true }),
    'Z',
  ];
  return { drawing: filled(colour, outline.join('')), bumps: [left, middle, right] };
}

interface SunOptions {
  readonly ray?: number;
  readonly degrees?: readonly number[];
  readonly behind?: Cloud;
}

/** A sun with rays; behind a cloud only the part that shows. */
export function sun(
  disc: Disc,
  { ray = 1.4, degrees = ALL_AROUND, behind }: SunOptions = {},
): string {
  const hidden = grown(behind);
  const from = disc.r + 1.8;
  const shows = (end: Point): boolean =>
    hidden.every(({ x, y, r }) => distance([x, y], end) > r + 0.6);
  const rays = degrees
    .map((angle): [Point, Point] => [pointAt(disc, from, angle), pointAt(disc, from + ray, angle)])
    .filter((ends) => ends.every(shows));
  return visible('sun', disc, hidden) + lines('sun', rays, 1.7);
}

/** A crescent. */
export function moon(disc: Disc): string {
  const bite = { x: disc.x + disc.r * 0.55, y: disc.y - disc.r * 0.35, r: disc.r * 0.85 };
  return filled('moon', withoutDisc(disc, bite));
}

/** The part of a second cloud that shows above the first one. */
export function bumpBehind(disc: Disc, front: Cloud): string {
  return visible('darkCloud', disc, grown(front));
}

/** Slanted strokes of rain from their upper ends. */
export function drops(tops: readonly Point[], length: number, colour: Colour = 'rain'): string {
  return lines(
    colour,
    tops.map(([x, y]) => [
      [x, y],
      [x - length * 0.35, y + length],
    ]),
    1.8,
  );
}

export function dots(colour: Colour, centres: readonly Point[], r: number): string {
  return filled(colour, centres.map(([x, y]) => circle({ x, y, r })).join(''));
}

/** Stars of six arms. */
export function flakes(centres: readonly Point[], r: number, width = 1.3): string {
  const arms = centres.flatMap(([x, y]) =>
    [90, 30, 150].map((degrees): [Point, Point] => [
      pointAt({ x, y, r }, r, degrees),
      pointAt({ x, y, r }, r, degrees + 180),
    ]),
  );
  return lines('ice', arms, width);
}

export function bars(
  colour: Colour,
  ends: readonly (readonly [from: number, to: number, y: number])[],
): string {
  return lines(
    colour,
    ends.map(([from, to, y]) => [
      [from, y],
      [to, y],
    ]),
    1.9,
  );
}

export function bolt(): string {
  return filled('bolt', 'M12.6 13.8L8.4 19H11.6L10.4 23.4L15.8 17.6H12.6L14.8 13.8Z');
}

/** A gust: a line that curls up or down at its end. */
export function gust(from: number, to: number, y: number, curl: number): string {
  const end: Point = [to - Math.abs(curl), y - 2 * curl + Math.sign(curl) * Math.abs(curl) * 0.6];
  return stroked(
    'wind',
    `M${from} ${y}H${to}${arc(Math.abs(curl), end, { large: true, clockwise: curl < 0 })}`,
    2,
  );
}

/** @param level of the liquid, from 0 (bulb) to 1 (top) */
export function thermometer(colour: Colour, level: number): string {
  const tube = 'M6.1 14.2V5.5A2.9 2.9 0 0 1 11.9 5.5V14.2A4.4 4.4 0 1 1 6.1 14.2Z';
  const top = 16 - 9.5 * level;
  return (
    stroked('cloud', tube, 1.6) +
    dots(colour, [[9, 17.6]], 2.3) +
    stroked(colour, `M9 17V${top}`, 1.9)
  );
}

export function questionMark(): string {
  return (
    stroked('cloud', 'M8 8.2A4 4 0 1 1 13.6 11.9C12.4 12.6 12 13.2 12 14.6', 2.4) +
    dots('cloud', [[12, 18.6]], 1.5)
  );
}

function stroked(colour: Colour, path: string, width: number): string {
  return `<path fill="none" stroke="${COLOURS[colour]}" stroke-width="${width}" stroke-linecap="round" d="${path}"/>`;
}

function filled(colour: Colour, path: string): string {
  return `<path fill="${COLOURS[colour]}" d="${path}"/>`;
}

function lines(colour: Colour, ends: readonly (readonly [Point, Point])[], width: number): string {
  return stroked(colour, ends.map(([from, to]) => `M${at(from)}L${at(to)}`).join(''), width);
}

function circle({ x, y, r }: Disc): string {
  const right: Point = [x + r, y];
  return `M${at(right)}${arc(r, [x - r, y])}${arc(r, right)}Z`;
}

/** A disc without what the first of these discs that crosses it hides. */
function visible(colour: Colour, disc: Disc, hidden: readonly Disc[]): string {
  const cut = hidden.find(({ x, y, r }) => distance([x, y], [disc.x, disc.y]) < r + disc.r);
  return filled(colour, cut ? withoutDisc(disc, cut) : circle(disc));
}

/** The bumps of a cloud with the gap around them, the middle one first. */
function grown(front: Cloud | undefined): readonly Disc[] {
  if (!front) return [];
  const [left, middle, right] = front.bumps;
  return [middle, right, left].map(({ x, y, r }) => ({ x, y, r: r + GAP }));
}
