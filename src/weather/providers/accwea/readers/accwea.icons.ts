import type { ConditionCode } from '../../../condition-code.js';
import { numberOrNull } from '../../upstream/json.js';

/**
 * The vendor's page "weather icons", row by row; (N) is the night variant of a day icon.
 * 9, 10, 27 and 28 are not assigned. No icon stands for drizzle or hail.
 */
const CODE_OF_ICON: ReadonlyMap<number, ConditionCode> = new Map([
  [1, 'clear'], // Sunny
  [2, 'mostly-clear'], // Mostly sunny
  [3, 'partly-cloudy'], // Partly sunny
  // Observed at 41 to 70 % cloud cover; partly sunny at 30 to 46, mostly cloudy at 76 and more.
  [4, 'mostly-cloudy'], // Intermittent clouds
  [5, 'haze'], // Hazy sunshine
  [6, 'mostly-cloudy'], // Mostly cloudy
  [7, 'cloudy'], // Cloudy
  [8, 'overcast'], // Dreary (overcast)
  [11, 'fog'], // Fog
  [12, 'showers'], // Showers
  [13, 'showers'], // Mostly cloudy w/ showers
  [14, 'showers'], // Partly sunny w/ showers
  [15, 'thunderstorm'], // T-storms
  [16, 'thunderstorm'], // Mostly cloudy w/ t-storms
  [17, 'thunderstorm'], // Partly sunny w/ t-storms
  [18, 'rain'], // Rain
  [19, 'flurries'], // Flurries
  [20, 'flurries'], // Mostly cloudy w/ flurries
  [21, 'flurries'], // Partly sunny w/ flurries
  [22, 'snow'], // Snow
  [23, 'snow'], // Mostly cloudy w/ snow
  [24, 'ice'], // Ice
  [25, 'sleet'], // Sleet
  [26, 'freezing-rain'], // Freezing rain
  [29, 'rain-and-snow'], // Rain and snow
  [30, 'hot'], // Hot
  [31, 'cold'], // Cold
  [32, 'windy'], // Windy
  [33, 'clear'], // Clear (N)
  [34, 'mostly-clear'], // Mostly clear (N)
  [35, 'partly-cloudy'], // Partly cloudy (N)
  [36, 'mostly-cloudy'], // Intermittent clouds (N)
  [37, 'haze'], // Hazy moonlight (N)
  [38, 'mostly-cloudy'], // Mostly cloudy (N)
  [39, 'showers'], // Partly cloudy w/ showers (N)
  [40, 'showers'], // Mostly cloudy w/ showers (N)
  [41, 'thunderstorm'], // Partly cloudy w/ t-storms (N)
  [42, 'thunderstorm'], // Mostly cloudy w/ t-storms (N)
  [43, 'flurries'], // Mostly cloudy w/ flurries (N)
  [44, 'snow'], // Mostly cloudy w/ snow (N)
]);

/** The condition code of a `WeatherIcon` or `Icon`: null when it is missing, `unknown` when it is unassigned. */
export function toConditionCode(icon: unknown): ConditionCode | null {
  const number = numberOrNull(icon);
  return number === null ? null : (CODE_OF_ICON.get(number) ?? 'unknown');
}
