import type { Position } from '@app/cells/position.js';

/** What the provider calls a location; its weather stands for every cell that resolves to it. */
export interface Place {
  /** The provider's name for it: opaque, never a number. */
  readonly key: string;
  /** In English; null when the provider gives none. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  /** Of the place itself, not of who asks; null when the provider does not say. */
  readonly position: Position | null;
  /** Whether official alerts exist there; null when the provider does not say. */
  readonly hasAlerts: boolean | null;
}
