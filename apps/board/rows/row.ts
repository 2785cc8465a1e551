import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** A row of the board: its title and its panels from left to right. */
export interface Row {
  readonly title: string;
  /** The widths of the panels in a line add up to 24. */
  readonly panels: readonly (Builder<Panel> & { id(id: number): unknown })[];
}
