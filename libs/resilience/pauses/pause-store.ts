import type { Closing, Pause, PauseName } from './pause.js';

/** A killed probe holds the others up no longer than this; a call is over sooner. */
export const PROBE_MS = 3_000;

/** The answer to somebody who wants to ask the source. */
export interface Passage {
  /** The pause that he is refused by. */
  readonly refusedBy: PauseName | undefined;
  /** How those that he asked for stand now. He is the probe of those that bear his token. */
  readonly pauses: ReadonlyMap<PauseName, Pause>;
}

/** The pauses of one source. Port. */
export abstract class PauseStore {
  /**
   * Asks for passage through all of these at once. Where a pause's time is over, one caller is let
   * through as its probe; the others stay refused until he has left, for 3 s at most.
   * @throws RedisDownError when what is shared cannot be asked
   */
  abstract enter(names: readonly PauseName[], token: string): Promise<Passage>;

  /**
   * Closes, or closes again for twice as long when the time was over. What is closed already stays
   * so; only a longer time that the source told changes it.
   * @throws RedisDownError
   */
  abstract close(closing: Closing): Promise<Pause>;

  /**
   * The probe is back: the pauses end, or the next may be the probe. Nothing when somebody else is.
   * @throws RedisDownError
   */
  abstract leave(names: readonly PauseName[], token: string, over: boolean): Promise<void>;
}
