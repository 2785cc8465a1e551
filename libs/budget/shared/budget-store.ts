import type { Span } from '../limited-window.js';

/** What a process says of one window, and asks of it. */
export interface WindowClaim {
  readonly name: string;
  /** The window that is open for this process, else the one that a call would open now. */
  readonly span: Span;
  /** Calls issued in it as this process last heard; undefined when none is open for it. */
  readonly known: number | undefined;
  /** How many calls may have been issued in it once this one is. */
  readonly maxIssued: number;
  /** Whether it asks for a share of this window's reserve. */
  readonly wantsShare: boolean;
}

/** What a process says each time it asks: all that it remembers. */
export interface BudgetRequest {
  /** `take`: issue one call; `hear`: only tell each other what is known. */
  readonly act: 'take' | 'hear';
  readonly pod: string;
  readonly nowMs: number;
  /** Which memory of the store it knows, and how many calls that one had issued; if it knows one. */
  readonly lastReply: { readonly epoch: string; readonly issued: number } | undefined;
  readonly windows: readonly WindowClaim[];
}

export interface WindowCount {
  /** Zero length while no window was ever open. */
  readonly span: Span;
  /** Calls that were issued in it at the most. */
  readonly count: number;
  /** Whether the share that was asked for is given; `later` while it cannot be said. */
  readonly share: 'given' | 'none' | 'later';
}

export interface BudgetReply {
  /**
   * To a take `granted`, `refused` (a window allows no more), or `wait` (ask again soon). Who only
   * hears is told whether a take would have to `wait`, or calls are issued (`open`).
   */
  readonly outcome: 'granted' | 'refused' | 'wait' | 'open';
  /** Names this memory of the store: another one when all was lost. */
  readonly epoch: string;
  /** All calls that this memory has issued, whatever their window. */
  readonly issued: number;
  /** In the order of the claims. */
  readonly windows: readonly WindowCount[];
}

/** An unspent share that is given back: the window's name and its end. */
export interface ReturnedShare {
  readonly name: string;
  readonly endMs: number;
}

/** A living process is heard of at least this often: what it knows is reckoned with so long. */
export const SYNC_TIMEOUT_MS = 1_000;

/**
 * The count that all processes share. Port. It may lose its memory, or the last of it; so it learns
 * from each who asks what he remembers:
 *
 * - After a silence of `HEARD_WITHIN_MS` (nobody was there, it was away, or its memory is new or
 *   old) it issues nothing for as long: everyone who lives is heard first.
 * - It never issues `maxLag` calls that some living process has not heard of. So whoever is left
 *   knows the count but for `maxLag`, and that is added when memory was lost.
 *
 * No method throws.
 */
export abstract class BudgetStore {
  /** One step. Undefined while there is no store to ask; a take may have been counted then. */
  abstract send(ask: BudgetRequest): Promise<BudgetReply | undefined>;

  /** A process goes: nobody waits for it any more, and another may have its shares. */
  abstract leave(pod: string, memory: string, shares: readonly ReturnedShare[]): Promise<void>;
}
