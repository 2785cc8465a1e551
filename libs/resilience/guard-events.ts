import { TypedEmitter } from '@app/events/typed-emitter.js';
import type { CooldownScope } from './cooldowns/cooldown.js';

/** What happens between this process and a source, for logs and metrics. The guard itself logs nothing. */
export type GuardEvent = { readonly source: string } &
  /** A circuit breaker opened or closed. */
  (
    | {
        readonly name: 'breaker';
        /** With its variant. */
        readonly operation: string;
        readonly isOpen: boolean;
        readonly reason: string;
        /** Of the failure that opened it. */
        readonly message: string;
      }
    /** A cooldown started or ended. */
    | {
        readonly name: 'paused' | 'resumed';
        readonly scope: CooldownScope;
        /** The operation with its variant, or the fingerprint of the API key. */
        readonly of?: string;
        readonly reason: string;
        readonly untilMs: number;
        /** Of the failure that started it; empty when another process got it. */
        readonly message: string;
      }
    /** An attempt succeeded. */
    | { readonly name: 'answered'; readonly operation: string; readonly durationMs: number }
    /** An attempt failed, or its answer makes no sense. */
    | {
        readonly name: 'failed';
        readonly operation: string;
        readonly code: string;
        readonly cause: unknown;
        readonly durationMs: number;
      }
    /** A second attempt was made. */
    | { readonly name: 'retried'; readonly operation: string }
    /** A call was refused because too many calls were running. */
    | { readonly name: 'overloaded'; readonly operation: string }
  );

/** Events of all guards of the process. DI token. */
export class GuardEvents extends TypedEmitter<GuardEvent> {}
