import { isThundery } from '../../packages/simulated-weather/weather/sky.js';
import type { Weather } from '../../packages/simulated-weather/weather/weather.js';

/** Lower bounds of moderate and heavy precipitation, in mm/h of water. */
const MODERATE = 1;
const HEAVY = 4;
const OVERCAST_PERCENT = 85;
const PARTLY_PERCENT = 50;
const MAINLY_CLEAR_PERCENT = 20;

/** The WMO code that the vendor would return (its documentation, "WMO Weather interpretation codes"). */
export function weatherCodeOf(weather: Weather): number {
  const { precipitation, rateMmPerHour: rate } = weather;
  const grade = rate >= HEAVY ? 2 : rate >= MODERATE ? 1 : 0;
  switch (precipitation) {
    case 'Rain':
      if (isThundery(weather)) return 95;
      return (weather.cloudPercent < OVERCAST_PERCENT ? [80, 81, 82] : [61, 63, 65])[grade] ?? 61;
    case 'Snow':
    case 'Mixed':
      return [71, 73, 75][grade] ?? 71;
    case 'Ice':
      return grade > 0 ? 67 : 66;
    case null:
      return weather.fog ? 45 : cloudCode(weather.cloudPercent);
  }
}

function cloudCode(cloudPercent: number): number {
  if (cloudPercent >= OVERCAST_PERCENT) return 3;
  if (cloudPercent >= PARTLY_PERCENT) return 2;
  return cloudPercent >= MAINLY_CLEAR_PERCENT ? 1 : 0;
}
