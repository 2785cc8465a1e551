/** What a pause holds for: the whole source, one lane of it, or one key to it. */
export type PauseScope = 'source' | 'lane' | 'key';

/** A pause among those of its source. A key stands here as its fingerprint. */
export type PauseName = 'source' | `lane:${string}` | `key:${string}`;

export function scopeOf(name: PauseName): PauseScope {
  return name.split(':', 1)[0] as PauseScope;
}

/** A pause as it stands. It ends when a probe went well, not by itself. */
export interface Pause {
  /** The code of the error that it came from. */
  readonly reason: string;
  readonly untilMs: number;
  /** Of the pause before the next one, which is twice as long. */
  readonly periodMs: number;
  readonly longestMs: number;
  /** Who is let through to see whether it is over, and until when nobody else is. */
  readonly probe?: { readonly token: string; readonly untilMs: number };
}

/** What somebody wants to be closed. */
export interface Closing {
  readonly name: PauseName;
  readonly reason: string;
  readonly periodMs: number;
  readonly longestMs: number;
  /** How long the source asked for; 0 = it did not say, and the period holds. */
  readonly toldMs: number;
}
