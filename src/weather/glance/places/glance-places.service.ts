import { Injectable } from '@nestjs/common';
import { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { HandledErrorReporter } from '@app/observability/errors/handled-error-reporter.js';
import { CodedError } from '@app/problem/coded.error.js';
import { GlanceService, type Glance } from '../glance.service.js';

/** The glance at one of several places, or why there is none. */
export type PlaceGlance =
  | { readonly centre: Position; readonly glance: Glance }
  /** Without `centre` when the place is invalid. */
  | { readonly centre?: Position; readonly error: unknown };

/** Collects glances at several places. A place that fails has its own error and does not affect the others. */
@Injectable()
export class GlancePlacesService {
  constructor(
    private readonly glances: GlanceService,
    private readonly grid: CellGrid,
    private readonly errors: HandledErrorReporter,
  ) {}

  /**
   * All at once, so that the deadline of a request holds for all together. Each valid place is a question of its own.
   * @param places in the order of the result; an error is returned as it is
   */
  at(places: readonly (Position | CodedError)[], subject: string): Promise<PlaceGlance[]> {
    return Promise.all(places.map((place) => this.glanceAt(place, subject)));
  }

  private async glanceAt(place: Position | CodedError, subject: string): Promise<PlaceGlance> {
    if (place instanceof CodedError) return { error: place };
    const { centre } = this.grid.cellAt(place);
    try {
      return { centre, glance: await this.glances.at(place, subject) };
    } catch (error) {
      if (!(error instanceof CodedError)) this.errors.report(error);
      return { centre, error };
    }
  }
}
