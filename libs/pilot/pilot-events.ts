import type { Principal } from '@app/auth/principal.js';
import { TypedEmitter } from '@app/events/typed-emitter.js';

/** What the guard decided about a user's request. */
export interface PilotEvent {
  readonly decision: 'let-in' | 'turned-away';
  readonly user: Principal;
}

/** Decisions of the pilot guard, for metrics. DI token. */
export class PilotEvents extends TypedEmitter<PilotEvent> {}
