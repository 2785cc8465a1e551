import { TypedEmitter } from '@app/events/typed-emitter.js';
import type { PauseScope } from './pauses/pause.js';

export type BreakerState = 'closed' | 'open' | 'half-open';

/** What happens between us and a source, for the log and for metrics. Nothing is logged in here. */
export type GuardEvent = { readonly source: string } & (
  | {
      readonly name: 'breaker';
      readonly lane: string;
      readonly state: BreakerState;
      /** The failure that opened it. */
      readonly cause?: unknown;
    }
  | {
      readonly name: 'paused' | 'resumed';
      readonly scope: PauseScope;
      /** The lane, or the fingerprint of the key. */
      readonly of?: string;
      readonly reason: string;
      readonly untilMs: number;
    }
  /** An attempt was answered. */
  | { readonly name: 'answered'; readonly lane: string; readonly durationMs: number }
  /** An attempt failed, or what was read makes no sense. */
  | {
      readonly name: 'failed';
      readonly lane: string;
      readonly code: string;
      readonly cause: unknown;
      readonly durationMs: number;
    }
  /** A second attempt was made. */
  | { readonly name: 'retried'; readonly lane: string }
  /** A call was refused because too many were under way. */
  | { readonly name: 'overloaded'; readonly lane: string }
);

/** Events of all guards of the process. DI token. */
export class GuardEvents extends TypedEmitter<GuardEvent> {}
