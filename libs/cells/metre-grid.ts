import { BandGrid } from './band-grid.js';
import { EARTH_RADIUS_METRES, toRadians } from './earth.js';
import type { Position } from './position.js';

const halfCircumferenceMetres = Math.PI * EARTH_RADIUS_METRES;
const stepsPerDegree = 1e5;

/** Cells as wide as they are high anywhere on Earth, poles and antimeridian included.
 *
 * Height and width are within 2 % of the requested size, and no position is farther from its cell's centre
 * than size / √2 + 2 %; 25 % in the five bands next to each pole. Centres have at most 5 decimals. */
export class MetreGrid extends BandGrid {
  static readonly accepted = 'metres:N with N a whole number from 100 to 100000';
  private readonly equatorColumns: number;

  /** @throws RangeError when `MetreGrid.accepts(sizeMetres)` is false. */
  constructor(sizeMetres: number) {
    if (!MetreGrid.accepts(sizeMetres)) throw new RangeError(`accepted: ${MetreGrid.accepted}`);
    const bands = Math.round(halfCircumferenceMetres / sizeMetres);
    super(`m${sizeMetres}`, bands);
    this.equatorColumns = 2 * bands;
  }

  /** Far below 100 m the 5 decimals of a centre would break the guarantee, far above 100 km the rounding
   * of the bands to whole numbers. */
  static accepts(sizeMetres: number): boolean {
    return Number.isInteger(sizeMetres) && sizeMetres >= 100 && sizeMetres <= 100_000;
  }

  /** Circumference · cos / height, with the actual height of the bands: with the requested size,
   * which differs by up to 0.25 %, some sizes above 53 km would break the guarantee near the poles. */
  protected override columnsAt(latitude: number): number {
    return Math.round(this.equatorColumns * Math.cos(toRadians(latitude)));
  }

  /** Latitude is cut towards the equator, where a cell is widest: rounded towards the pole, a centre of a
   * 100 m grid would be too far from the cell's far corners. */
  protected override centreAt(latitude: number, longitude: number): Position {
    return {
      latitude: Math.trunc(latitude * stepsPerDegree) / stepsPerDegree,
      longitude: Math.round(longitude * stepsPerDegree) / stepsPerDegree,
    };
  }
}
