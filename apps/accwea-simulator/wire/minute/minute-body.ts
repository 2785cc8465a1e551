import type { PrecipitationType } from '../../../../packages/simulated-weather/weather/precipitation.js';
import { links } from '../links.js';
import type { View } from '../view.js';
import { minutesOf, segmentsOf, type Minute, type Segment } from './minutes.js';
import { isoIn } from '../../../../packages/simulated-weather/world/zone.js';

/** The words and numbers of the vendor; those for ice and mixed precipitation are not recorded. */
const TYPES: Readonly<Record<PrecipitationType, readonly [word: string, id: number]>> = {
  Rain: ['RAIN', 1],
  Snow: ['SNOW', 2],
  Ice: ['ICE', 3],
  Mixed: ['MIX', 4],
};
const RAIN_ICON = 12;
const CLOUD_ICON = 7;
const LIGHT_DBZ = 25;
const MODERATE_DBZ = 40;

/** The default answer of MinuteCast: segments with a type, and no time stamp (facts, section 2.7b). */
export function minuteBody(view: View): object {
  const segments = segmentsOf(view);
  const [first] = segments;
  const wet = segments.find(({ precipitation }) => precipitation !== null);
  return {
    Summary: { Phrase: first ? phraseOf(first, lengthOf(first)) : '', ...typeOf(wet) },
    Summaries: segments.map((segment) => ({
      ...minutesIn(segment),
      MinuteText: phraseOf(segment, '%MINUTE_VALUE'),
      ...typeOf(segment),
    })),
    ...positionLinks(view),
  };
}

/** The answer of the larger plans: intervals with a reflectivity, and phrases instead of types. */
export function minuteIntervalsBody(view: View, stepMinutes: number): object {
  const segments = segmentsOf(view);
  const [first] = segments;
  return {
    Summary: { Phrase: first ? phraseOf(first, lengthOf(first)) : '', IconCode: iconOf(first) },
    Summaries: segments.map((segment) => ({
      ...minutesIn(segment),
      MinuteText: phraseOf(segment, '%minute_value'),
      IconCode: iconOf(segment),
    })),
    Intervals: minutesOf(view)
      .filter(({ minute }) => minute % stepMinutes === 0)
      .map((minute) => intervalOf(minute, view)),
    ...positionLinks(view),
  };
}

/** The last four keys are missing in dry intervals. */
function intervalOf({ minute, startMs, precipitation, dbz }: Minute, view: View): object {
  return {
    StartDateTime: isoIn(view.place.zone, startMs),
    StartEpochDateTime: startMs,
    Minute: minute,
    Dbz: dbz,
    ShortPhrase: precipitation ?? 'No precipitation',
    IconCode: precipitation ? RAIN_ICON : CLOUD_ICON,
    CloudCover: precipitation ? 100 : 60,
    LightningRate: 0,
    ...(precipitation &&
      view.details && {
        PrecipitationType: precipitation === 'Mixed' ? 'Mix' : precipitation,
        Threshold: thresholdOf(dbz),
        Color: { Red: 32, Green: 133, Blue: 9, Hex: '#208509' },
        SimplifiedColor: { Red: 35, Green: 190, Blue: 39, Hex: '#23BE27' },
      }),
  };
}

function minutesIn({ firstMinute, lastMinute }: Segment) {
  const CountMinute = lastMinute - firstMinute + 1;
  return { StartMinute: firstMinute, EndMinute: lastMinute, CountMinute };
}

function typeOf(segment: Segment | undefined) {
  const [Type, TypeId] = segment?.precipitation ? TYPES[segment.precipitation] : [null, 0];
  return { Type, TypeId };
}

function phraseOf({ precipitation }: Segment, minutes: string | number): string {
  return precipitation
    ? `${precipitation} ending in ${minutes} min`
    : `No precipitation for ${minutes} min`;
}

const lengthOf = ({ firstMinute, lastMinute }: Segment): number => lastMinute - firstMinute + 1;

const iconOf = (segment: Segment | undefined): number =>
  segment?.precipitation ? RAIN_ICON : CLOUD_ICON;

function thresholdOf(dbz: number): string {
  if (dbz < LIGHT_DBZ) return 'LIGHT';
  return dbz < MODERATE_DBZ ? 'MODERATE' : 'HEAVY';
}

/** They contain the position. */
function positionLinks(view: View) {
  const { latitude, longitude } = view.place;
  return links(view, 'minute-weather-forecast', { lat: `${latitude}`, lon: `${longitude}` });
}
