import { round } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { PrecipitationType } from '../../../../packages/simulated-weather/weather/precipitation.js';
import { INTENSITIES } from '../../i18n/scales.js';
import { textOf } from '../../i18n/text.js';

/** How the probability of precipitation is split by kind. */
const CHANCES: Readonly<Record<PrecipitationType, { Rain: number; Snow: number; Ice: number }>> = {
  Rain: { Rain: 1, Snow: 0, Ice: 0 },
  Snow: { Rain: 0, Snow: 1, Ice: 0 },
  Ice: { Rain: 0.2, Snow: 0, Ice: 1 },
  Mixed: { Rain: 1, Snow: 0.8, Ice: 0 },
};

/** The two keys are absent when dry, unlike in current conditions (facts, section 2.3). */
export function precipitationFields(type: PrecipitationType | null, rateMmPerHour: number) {
  if (!type) return { HasPrecipitation: false };
  return {
    HasPrecipitation: true,
    PrecipitationType: type,
    PrecipitationIntensity: textOf(INTENSITIES, rateMmPerHour).english,
  };
}

/** Whole percents; in dry hours the kind depends on the temperature. */
export function probabilityFields(
  type: PrecipitationType | null,
  of: { probabilityPercent: number; thunderPercent: number; temperatureC: number },
) {
  const { Rain, Snow, Ice } = CHANCES[type ?? (of.temperatureC > 1 ? 'Rain' : 'Snow')];
  return {
    PrecipitationProbability: of.probabilityPercent,
    ThunderstormProbability: of.thunderPercent,
    RainProbability: round(of.probabilityPercent * Rain),
    SnowProbability: round(of.probabilityPercent * Snow),
    IceProbability: round(of.probabilityPercent * Ice),
  };
}
