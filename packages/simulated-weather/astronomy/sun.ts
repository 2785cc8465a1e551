import { degrees, radians, type Position } from '../maths/earth.js';
import { DAY_MS, HOUR_MS, modulo } from '../maths/numbers.js';

/** Elevation of the centre at sunrise: refraction and half of the disc. */
const HORIZON_DEGREES = -0.833;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DEGREES_PER_HOUR = 15;

/** Apparent place of the sun, good to a minute of time (Meeus, low precision). */
function sunAt(epochMs: number): { declination: number; equationOfTimeHours: number } {
  const days = (epochMs - J2000_MS) / DAY_MS;
  const anomaly = radians(357.529 + 0.98560028 * days);
  const meanLongitude = 280.459 + 0.98564736 * days;
  const eclipticLongitude = radians(
    meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly),
  );
  const obliquity = radians(23.439);
  const rightAscension = degrees(
    Math.atan2(Math.cos(obliquity) * Math.sin(eclipticLongitude), Math.cos(eclipticLongitude)),
  );
  return {
    declination: Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude)),
    equationOfTimeHours: (modulo(meanLongitude - rightAscension + 180, 360) - 180) / 15,
  };
}

/** Local solar time in hours: 12 when the sun is highest. */
export function solarHour({ longitude }: Position, epochMs: number): number {
  const hoursUtc = modulo(epochMs, DAY_MS) / HOUR_MS;
  return modulo(hoursUtc + longitude / DEGREES_PER_HOUR + sunAt(epochMs).equationOfTimeHours, 24);
}

/** Sine of the sun's height over the horizon; negative by night. */
export function sineOfSunHeight(position: Position, epochMs: number): number {
  const hourAngle = radians((solarHour(position, epochMs) - 12) * DEGREES_PER_HOUR);
  const latitude = radians(position.latitude);
  const { declination } = sunAt(epochMs);
  return (
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)
  );
}

export function isDaylight(position: Position, epochMs: number): boolean {
  return sineOfSunHeight(position, epochMs) > Math.sin(radians(HORIZON_DEGREES));
}

/**
 * Sunrise and sunset around the noon that is nearest to an instant; undefined in polar day and polar night.
 */
export function sunTimes(
  position: Position,
  aroundMs: number,
): { riseMs: number; setMs: number } | undefined {
  const noonMs = aroundMs + signedHours(12 - solarHour(position, aroundMs)) * HOUR_MS;
  const latitude = radians(position.latitude);
  const { declination } = sunAt(noonMs);
  const cosine =
    (Math.sin(radians(HORIZON_DEGREES)) - Math.sin(latitude) * Math.sin(declination)) /
    (Math.cos(latitude) * Math.cos(declination));
  if (!(Math.abs(cosine) < 1)) return undefined;
  const halfDayMs = (degrees(Math.acos(cosine)) / DEGREES_PER_HOUR) * HOUR_MS;
  return { riseMs: noonMs - halfDayMs, setMs: noonMs + halfDayMs };
}

function signedHours(hours: number): number {
  return modulo(hours + 12, 24) - 12;
}
