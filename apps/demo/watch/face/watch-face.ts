/** One hour on the dial. */
export interface FaceHour {
  /** Its start on the clock of the place, in minutes after midnight. */
  readonly startMinute: number;
  /** Null when it is not known. */
  readonly isDay: boolean | null;
  readonly condition: string;
  readonly temperature: number | null;
  /** In percent; null when it is not known. */
  readonly rainChance: number | null;
}

/** The sun over the local day. */
export type FaceSun =
  | {
      readonly kind: 'rises-and-sets';
      /** `05:58`; null when it does not happen on this day. */
      readonly rise: string | null;
      readonly set: string | null;
      /** How much of the daylight has passed, 0 to 1; null at night, or without one of the two. */
      readonly progress: number | null;
    }
  | { readonly kind: 'up-all-day' | 'down-all-day' | 'unknown' };

/** Everything that a face shows, in the words and numbers that it shows. */
export interface WatchFace {
  readonly place: string;
  /** `22:01` at the place; null when its time zone is not known. */
  readonly time: string | null;
  readonly isDay: boolean | null;
  readonly condition: string;
  /** The file name of the icon. */
  readonly icon: string;
  readonly temperature: number | null;
  /** `°C` or `°F`. */
  readonly unit: string;
  readonly hours: readonly FaceHour[];
  readonly sun: FaceSun;
  readonly rain: string | null;
  readonly alerts: 'in-force' | 'none' | 'unknown';
  readonly isStale: boolean;
  /** Age of the observation; null when there is none. */
  readonly ageMinutes: number | null;
  readonly attribution: string;
}
