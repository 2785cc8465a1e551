import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Position } from '@app/cells/position.js';
import type { Fleet } from '../../world/fleet.js';
import type { World } from '../../world/world.js';

/** The cell that places share where few watches are. */
const SHARED_CELL = 'metres:20000';
const DAY_SECONDS = 86_400;

/** Neighbouring places with few watches each, which would share one cell. */
export interface SparseGroup {
  readonly rows: readonly number[];
  /** Of the shared cell: what the provider is asked about. */
  readonly centre: Position;
}

/**
 * Groups the places in which a record is asked for less than once per window, by cells of 20 km. A place without such a
 * neighbour is in no group: a larger cell changes nothing there.
 */
export function sparseGroups(
  { latitude, longitude }: World,
  { present }: Fleet,
  { requestsPerDay, freshSeconds }: { requestsPerDay: number; freshSeconds: number },
): readonly SparseGroup[] {
  const grid = parseCellGrid(SHARED_CELL);
  const groups = new Map<string, { rows: number[]; centre: Position }>();
  const mostWatches = DAY_SECONDS / (requestsPerDay * freshSeconds);
  present.forEach((watches, row) => {
    if (watches === 0 || watches >= mostWatches) return;
    const at = { latitude: latitude[row] ?? 0, longitude: longitude[row] ?? 0 };
    const { id, centre } = grid.cellAt(at);
    const group = groups.get(id) ?? { rows: [], centre };
    groups.set(id, group);
    group.rows.push(row);
  });
  return [...groups.values()].filter(({ rows }) => rows.length > 1);
}
