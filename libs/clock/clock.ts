/** Time as a dependency, so that tests can stop it. Port and DI token. */
export abstract class Clock {
  /** Milliseconds since the Unix epoch. */
  abstract nowMs(): number;
}
