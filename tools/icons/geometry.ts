/** A point of the 24 × 24 drawing area, y downwards. */
export type Point = readonly [x: number, y: number];

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

/** The point at a distance from a centre; 0° is right, 90° is up. */
export function pointAt({ x, y }: Disc, radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(angle), y - radius * Math.sin(angle)];
}

/**
 * The points where two circles cross, the one to the left of the way from `a` to `b` first.
 * @throws when they do not cross
 */
export function crossings(a: Disc, b: Disc): readonly [Point, Point] {
  const apart = distance([a.x, a.y], [b.x, b.y]);
  const along = (a.r ** 2 - b.r ** 2 + apart ** 2) / (2 * apart);
  const aside = Math.sqrt(a.r ** 2 - along ** 2);
  if (Number.isNaN(aside)) throw new Error('the circles do not cross');
  const [dx, dy] = [(b.x - a.x) / apart, (b.y - a.y) / apart];
  const [footX, footY] = [a.x + along * dx, a.y + along * dy];
  return [
    [footX + aside * dy, footY - aside * dx],
    [footX - aside * dy, footY + aside * dx],
  ];
}

/** Path data: a point, to a hundredth of a pixel at 24 px. */
export function at([x, y]: Point): string {
  return `${short(x)} ${short(y)}`;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Path data: an arc to a point. */
export function arc(
  radius: number,
  to: Point,
  { large = false, clockwise = true }: { large?: boolean; clockwise?: boolean } = {},
): string {
  return `A${short(radius)} ${short(radius)} 0 ${Number(large)} ${Number(clockwise)} ${at(to)}`;
}

/** Path data: what remains of a disc when another one that crosses it is cut out. */
export function withoutDisc(disc: Disc, cut: Disc): string {
  const [left, right] = crossings(disc, cut);
  const apart = distance([disc.x, disc.y], [cut.x, cut.y]);
  const mostRemains = apart ** 2 > cut.r ** 2 - disc.r ** 2;
  const ownArc = arc(disc.r, left, { large: mostRemains });
  return `M${at(right)}${ownArc}${arc(cut.r, right, { clockwise: false })}Z`;
}
