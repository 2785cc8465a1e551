/*
 * What the provider says in a scene. Numbers are those on its wire, in the units that `UnitTypes` names;
 * null where it says nothing.
 */

type Said = number | null;

/** Its unit codes, by what is measured; the visibility is in kilometres, snow in centimetres. */
export interface UnitTypes {
  readonly temperature: number;
  readonly speed: number;
  readonly water: number;
  readonly snow: number;
  readonly pressure: number;
  readonly visibility: number;
}

export interface SaidNow {
  readonly icon: Said;
  readonly isDay: boolean | null;
  readonly temperature: Said;
  readonly feelsLike: Said;
  readonly dewPoint: Said;
  readonly humidity: Said;
  readonly cloudCover: Said;
  readonly wind: Said;
  readonly gust: Said;
  readonly from: Said;
  readonly pressure: Said;
  readonly tendency: 'R' | 'S' | 'F' | null;
  readonly visibility: Said;
  readonly pastHour: Said;
  readonly falls: 'Rain' | 'Snow' | 'Ice' | 'Mixed' | null;
  readonly uv: Said;
}

export interface SaidHour {
  readonly icon: Said;
  readonly isDay: boolean | null;
  readonly temperature: Said;
  readonly feelsLike: Said;
  readonly humidity: Said;
  readonly cloudCover: Said;
  readonly wind: Said;
  readonly gust: Said;
  readonly from: Said;
  readonly visibility: Said;
  readonly probability: Said;
  readonly water: Said;
  readonly snow: Said;
  readonly uv: Said;
}

/** A day, or the night after it. */
export interface SaidHalf {
  readonly icon: Said;
  readonly probability: Said;
  readonly water: Said;
  readonly snow: Said;
  readonly wind: Said;
  readonly gust: Said;
  readonly from: Said;
}

export interface SaidDay {
  readonly date: string;
  readonly low: Said;
  readonly high: Said;
  readonly uv: Said;
  readonly day: SaidHalf;
  readonly night: SaidHalf;
  /** In times of the place. */
  readonly sunrise: string | null;
  readonly sunset: string | null;
}

export interface SaidAlert {
  readonly id: number;
  readonly title: string;
  readonly priority: number;
  readonly category: string;
  readonly source: string;
  readonly area: string;
  readonly text: string;
  /** In times of the place. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** A place at a moment, and everything that the provider says of it. */
export interface Scene {
  readonly name: string;
  readonly position: readonly [latitude: number, longitude: number];
  readonly place: { readonly name: string; readonly country: string; readonly zone: string };
  /** When the watch asks. The observation is seven minutes old. */
  readonly at: string;
  readonly unitTypes: UnitTypes;
  readonly now: SaidNow;
  /** From the hour before the running one on: that one is past. */
  readonly hours: readonly SaidHour[];
  /** From the local yesterday on. */
  readonly days: readonly SaidDay[];
  /** Undefined where nobody issues any. */
  readonly alerts: readonly SaidAlert[] | undefined;
}
