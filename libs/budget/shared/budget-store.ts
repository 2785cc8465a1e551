import type { Span } from '../limited-window.js';

/** What a process knows and wants of one window. */
export interface WindowClaim {
  readonly name: string;
  /** The open window as this process knows it; the one that a call would open now if none has begun. */
  readonly span: Span;
  /** Calls issued in it as this process knows; undefined when it knows no open window. */
  readonly known: number | undefined;
  /** How many calls may have been issued in it, including this one. */
  readonly maxIssued: number;
  /** Whether the process wants a share of this window's reserve. */
  readonly wantsShare: boolean;
}

/** A request to the store. It carries all that the process remembers. */
export interface BudgetRequest {
  /** `take`: issue one call; `sync`: only exchange what both sides know. */
  readonly act: 'take' | 'sync';
  readonly pod: string;
  /** The time of the process, by which it chose the windows. */
  readonly nowMs: number;
  /** The epoch of the store that the process knows, and the calls issued in it. */
  readonly lastReply: { readonly epoch: string; readonly issued: number } | undefined;
  readonly windows: readonly WindowClaim[];
}

export interface WindowCount {
  /** Of zero length until the first window opens. */
  readonly span: Span;
  /** Upper bound of the calls issued in it. */
  readonly count: number;
  /** Whether the requested share was given; `later` = not decided yet. */
  readonly share: 'given' | 'none' | 'later';
}

export interface BudgetReply {
  /**
   * For `take`: `granted`, `refused` (a window is spent), or `wait` (try again soon). For `sync`: `wait`
   * or `open`, whether the store issues calls at the moment.
   */
  readonly outcome: 'granted' | 'refused' | 'wait' | 'open';
  /** Identifies the data of the store: a new one after the store lost its data. */
  readonly epoch: string;
  /** All calls issued in this epoch, in any window. */
  readonly issued: number;
  /** In the order of the claims. */
  readonly windows: readonly WindowCount[];
}

/** An unspent share that a process returns: the window's name and its end. */
export interface ReturnedShare {
  readonly name: string;
  readonly endMs: number;
}

/** A live process syncs at least this often; the store waits this long for what it knows. */
export const SYNC_TIMEOUT_MS = 1_000;

/**
 * The count that all processes share. Port. It may lose its data, or its last writes, so it learns
 * from every request what the process remembers:
 *
 * - After `SYNC_TIMEOUT_MS` without a request (no process ran, the store was down, or its data is new
 *   or old) it issues nothing for the same time, until every live process has synced.
 * - It stays less than `maxLag` calls ahead of what each live process knows. So any process that is
 *   left knows the count up to `maxLag`, which the store adds after a loss of data.
 *
 * No method throws.
 */
export abstract class BudgetStore {
  /** One atomic step. Undefined while the store is not available; a `take` may have been counted then. */
  abstract send(request: BudgetRequest): Promise<BudgetReply | undefined>;

  /** A process stops: the store no longer waits for it, and others may get its shares. */
  abstract leave(pod: string, epoch: string, shares: readonly ReturnedShare[]): Promise<void>;
}
