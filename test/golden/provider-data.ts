/*
 * The provider's data in a scenario. Numbers are in the units that `UnitTypes` names, as in the provider's
 * JSON; null where it reports nothing.
 */

type Reported = number | null;

/** The provider's unit codes by quantity; visibility is in kilometres, snow in centimetres. */
export interface UnitTypes {
  readonly temperature: number;
  readonly speed: number;
  readonly water: number;
  readonly snow: number;
  readonly pressure: number;
  readonly visibility: number;
}

export interface ProviderConditions {
  readonly icon: Reported;
  readonly isDay: boolean | null;
  readonly temperature: Reported;
  readonly feelsLike: Reported;
  readonly dewPoint: Reported;
  readonly humidity: Reported;
  readonly cloudCover: Reported;
  readonly wind: Reported;
  readonly gust: Reported;
  readonly from: Reported;
  readonly pressure: Reported;
  readonly tendency: 'R' | 'S' | 'F' | null;
  readonly visibility: Reported;
  readonly pastHour: Reported;
  readonly falls: 'Rain' | 'Snow' | 'Ice' | 'Mixed' | null;
  readonly uv: Reported;
}

export interface ProviderHour {
  readonly icon: Reported;
  readonly isDay: boolean | null;
  readonly temperature: Reported;
  readonly feelsLike: Reported;
  readonly humidity: Reported;
  readonly cloudCover: Reported;
  readonly wind: Reported;
  readonly gust: Reported;
  readonly from: Reported;
  readonly visibility: Reported;
  readonly probability: Reported;
  readonly water: Reported;
  readonly snow: Reported;
  readonly uv: Reported;
}

/** A day, or the night after it. */
export interface ProviderHalfDay {
  readonly icon: Reported;
  readonly probability: Reported;
  readonly water: Reported;
  readonly snow: Reported;
  readonly wind: Reported;
  readonly gust: Reported;
  readonly from: Reported;
}

export interface ProviderDay {
  readonly date: string;
  readonly low: Reported;
  readonly high: Reported;
  readonly uv: Reported;
  readonly day: ProviderHalfDay;
  readonly night: ProviderHalfDay;
  /** Local times with their UTC offset. */
  readonly sunrise: string | null;
  readonly sunset: string | null;
  readonly hoursOfSun: Reported;
  readonly airQuality: ProviderLevel;
  readonly grass: ProviderLevel;
  readonly tree: ProviderLevel;
  readonly ragweed: ProviderLevel;
  readonly mold: ProviderLevel;
  readonly moon: ProviderMoon;
}

/** A value and the number of its category; where the provider has no data, it reports 0 and 1. */
export interface ProviderLevel {
  readonly value: Reported;
  readonly category: Reported;
}

export interface ProviderMoon {
  readonly phase: string | null;
  readonly age: Reported;
  /** Local times with their UTC offset; the set is the one after the rise. */
  readonly rise: string | null;
  readonly set: string | null;
}

export interface ProviderAlert {
  readonly id: number;
  readonly title: string;
  readonly priority: number;
  readonly category: string;
  readonly source: string;
  readonly area: string;
  readonly text: string;
  /** Local times with their UTC offset. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** A place at one time, and everything that the provider reports about it. */
export interface Scenario {
  readonly name: string;
  readonly position: readonly [latitude: number, longitude: number];
  readonly place: { readonly name: string; readonly country: string; readonly zone: string };
  /** The time of the request. The observation is seven minutes old. */
  readonly at: string;
  readonly unitTypes: UnitTypes;
  readonly now: ProviderConditions;
  /** Starts with the hour before the current one, which is past. */
  readonly hours: readonly ProviderHour[];
  /** May start with the local yesterday. */
  readonly days: readonly ProviderDay[];
  /** Which of air quality and pollen the provider has at the place, by its own list. */
  readonly has: readonly ('DailyAirQualityForecast' | 'DailyPollenForecast')[];
  /** Of every day, where the sun neither rises nor sets. */
  readonly polar?: 'day' | 'night';
  /** Undefined where no authority issues alerts. */
  readonly alerts: readonly ProviderAlert[] | undefined;
}
