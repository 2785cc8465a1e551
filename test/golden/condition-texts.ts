/** Condition codes of the vendor's icons used in the scenarios, from its "weather icons" page. */
const CODES: Readonly<Record<number, string>> = {
  1: 'clear',
  2: 'mostly-clear',
  4: 'mostly-cloudy',
  6: 'mostly-cloudy',
  11: 'fog',
  12: 'showers',
  15: 'thunderstorm',
  18: 'rain',
  22: 'snow',
  25: 'sleet',
  26: 'freezing-rain',
  29: 'rain-and-snow',
  33: 'clear',
  34: 'mostly-clear',
  35: 'partly-cloudy',
  44: 'snow',
};

/** English texts by day and by night, and the number in a glance. */
const TEXTS: Readonly<Record<string, readonly [day: string, night: string, number: number]>> = {
  unknown: ['Unknown', 'Unknown', 0],
  clear: ['Sunny', 'Clear', 1],
  'mostly-clear': ['Mostly sunny', 'Mostly clear', 2],
  'partly-cloudy': ['Partly cloudy', 'Partly cloudy', 3],
  'mostly-cloudy': ['Mostly cloudy', 'Mostly cloudy', 4],
  fog: ['Fog', 'Fog', 8],
  rain: ['Rain', 'Rain', 10],
  showers: ['Showers', 'Showers', 11],
  thunderstorm: ['Thunderstorm', 'Thunderstorm', 12],
  snow: ['Snow', 'Snow', 15],
  sleet: ['Sleet', 'Sleet', 16],
  'freezing-rain': ['Freezing rain', 'Freezing rain', 17],
  'rain-and-snow': ['Rain and snow', 'Rain and snow', 19],
};

export function codeOf(icon: number | null): string | null {
  return icon === null ? null : (CODES[icon] ?? 'unknown');
}

export function textOf(icon: number | null, isDay: boolean | null): string | null {
  const code = codeOf(icon);
  return code === null ? null : (TEXTS[code]?.[isDay ? 0 : 1] ?? null);
}

export function numberOf(icon: number | null): number | null {
  const code = codeOf(icon);
  return code === null ? null : (TEXTS[code]?.[2] ?? null);
}
