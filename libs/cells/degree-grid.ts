import { BandGrid } from './band-grid.js';
import type { Position } from './position.js';

const stepsPerDegree = 1e6;

/** Cells of equal degrees, which are narrower towards the poles.
 *
 * Edges and centres are the doubles nearest to their decimal values: with 0.01, all of
 * [48.87, 48.88) × [2.30, 2.31) has the centre (48.875, 2.305). */
export class DegreeGrid extends BandGrid {
  static readonly accepted =
    'degrees:D with D from 0.001 to 10, dividing 180 exactly, of at most 6 decimals';
  private readonly columns: number;

  /** @throws RangeError when `DegreeGrid.accepts(sizeDegrees)` is false. */
  constructor(sizeDegrees: number) {
    if (!DegreeGrid.accepts(sizeDegrees)) throw new RangeError(`accepted: ${DegreeGrid.accepted}`);
    const bands = Math.round(180 / sizeDegrees);
    super(`d${sizeDegrees}`, bands);
    this.columns = 2 * bands;
  }

  /** Other sizes would leave a narrower last column, or edges that are not decimal numbers. */
  static accepts(sizeDegrees: number): boolean {
    // Whole steps, because 180 % 0.01 is not 0 in floating point.
    const steps = Math.round(sizeDegrees * stepsPerDegree);
    const isDecimal = steps / stepsPerDegree === sizeDegrees;
    const divides = (180 * stepsPerDegree) % steps === 0;
    return isDecimal && divides && sizeDegrees >= 0.001 && sizeDegrees <= 10;
  }

  protected override columnsAt(): number {
    return this.columns;
  }

  protected override centreAt(latitude: number, longitude: number): Position {
    return { latitude, longitude };
  }
}
