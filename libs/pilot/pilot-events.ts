import { TypedEmitter } from '@app/events/typed-emitter.js';

/** What the guard decided about a user's request. */
export type PilotEvent = 'let-in' | 'turned-away';

/** Decisions of the pilot guard, for metrics. DI token. */
export class PilotEvents extends TypedEmitter<PilotEvent> {}
