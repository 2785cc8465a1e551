import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';

/** A heading of the board, and what is under it from left to right. */
export interface Row {
  readonly title: string;
  /** The widths of a line add up to 24. */
  readonly panels: readonly (Builder<Panel> & { id(id: number): unknown })[];
}
