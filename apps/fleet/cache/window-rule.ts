import type { Window } from '@app/read-through/window.js';

/** Decides how long the record that is loaded now will serve. */
export interface WindowRule {
  /** Whether `note` has to be called. */
  readonly needsReads: boolean;
  /** Forgets the records of the previous city, and makes room for so many. */
  reset(keys: number): void;
  /** A record is read. */
  note(key: number, nowMs: number): void;
  windowAt(key: number, nowMs: number): Window;
}
