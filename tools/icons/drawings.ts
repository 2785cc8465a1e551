import type { Condition } from '../../packages/watch-client/conditions/condition.js';
import {
  bars,
  bolt,
  bumpBehind,
  cloud,
  dots,
  drops,
  flakes,
  gust,
  moon,
  questionMark,
  sun,
  thermometer,
  UPWARDS,
} from './shapes.js';

interface Drawing {
  readonly day: string;
  /** Where the sky shows. */
  readonly night?: string;
}

/** Of everything that falls. */
const high = cloud(2, 2, 1);
const behindShower = cloud(1.5, 5, 0.9);
const smallSun = sun({ x: 16.8, y: 5.8, r: 3.4 }, { behind: behindShower });
const smallMoon = moon({ x: 18.2, y: 4.8, r: 3.8 });
const small = cloud(8.5, 13, 0.72);
const half = cloud(1.2, 11.4, 0.8);
const large = cloud(0.8, 8, 1.1);
const veil = bars('cloud', [
  [3, 21, 16],
  [6, 18, 20],
]);

/** The drawing of each condition in an area of 24 × 24. */
export const DRAWINGS: Readonly<Record<Condition, Drawing>> = {
  unknown: { day: questionMark() },
  clear: {
    day: sun({ x: 12, y: 12, r: 5 }, { ray: 2 }),
    night: moon({ x: 11.5, y: 12.5, r: 8.5 }),
  },
  'mostly-clear': {
    day: sun({ x: 9.5, y: 9.5, r: 4.6 }, { ray: 1.6, behind: small }) + small.drawing,
    night: moon({ x: 8.2, y: 8.2, r: 6.2 }) + small.drawing,
  },
  'partly-cloudy': {
    day: sun({ x: 14.6, y: 8.4, r: 4.6 }, { behind: half }) + half.drawing,
    night: moon({ x: 16.6, y: 7.4, r: 5.6 }) + half.drawing,
  },
  'mostly-cloudy': {
    day: sun({ x: 16.2, y: 7, r: 3.6 }, { behind: large }) + large.drawing,
    night: moon({ x: 18.8, y: 4.6, r: 3.6 }) + large.drawing,
  },
  cloudy: { day: cloud(1, 5.4, 1.1).drawing },
  overcast: {
    day: bumpBehind({ x: 16.8, y: 8, r: 5.8 }, cloud(1, 8.6, 0.95)) + cloud(1, 8.6, 0.95).drawing,
  },
  haze: {
    day: sun({ x: 12, y: 9.4, r: 3.9 }, { degrees: UPWARDS }) + veil,
    night: moon({ x: 12, y: 7.5, r: 5.6 }) + veil,
  },
  fog: {
    day:
      cloud(3, 2, 0.9).drawing +
      bars('cloud', [
        [2, 18, 15.4],
        [6, 22, 18.8],
        [4, 15, 22],
      ]),
  },
  drizzle: {
    day:
      high.drawing +
      dots(
        'rain',
        [
          [7, 17.2],
          [12, 17.2],
          [17, 17.2],
          [9.5, 21],
          [14.5, 21],
        ],
        1.3,
      ),
  },
  rain: {
    day:
      high.drawing +
      drops(
        [
          [7.5, 16],
          [12.5, 16],
          [17.5, 16],
        ],
        6,
      ),
  },
  showers: {
    day:
      smallSun +
      behindShower.drawing +
      drops(
        [
          [7, 18.4],
          [13.5, 18.4],
        ],
        4,
      ),
    night:
      smallMoon +
      behindShower.drawing +
      drops(
        [
          [7, 18.4],
          [13.5, 18.4],
        ],
        4,
      ),
  },
  thunderstorm: { day: cloud(2, 0.6, 1).drawing + bolt() },
  hail: {
    day:
      high.drawing +
      dots(
        'ice',
        [
          [6.8, 17.6],
          [12.2, 20.8],
          [17.2, 17.6],
        ],
        2.2,
      ),
  },
  flurries: {
    day: smallSun + behindShower.drawing + flakes([[10.3, 20.2]], 2.6),
    night: smallMoon + behindShower.drawing + flakes([[10.3, 20.2]], 2.6),
  },
  snow: {
    day:
      high.drawing +
      flakes(
        [
          [7.2, 19],
          [16.8, 19],
        ],
        3.4,
        1.5,
      ),
  },
  sleet: {
    day:
      high.drawing +
      drops([[7, 16]], 6) +
      dots(
        'ice',
        [
          [12.2, 17.6],
          [17, 20.8],
        ],
        2.1,
      ),
  },
  'freezing-rain': {
    day:
      high.drawing +
      drops(
        [
          [9, 15.6],
          [15.5, 15.6],
        ],
        3.4,
      ) +
      bars('ice', [[3, 21, 21.8]]),
  },
  ice: { day: flakes([[12, 10.2]], 8.2, 2) + bars('ice', [[3, 21, 21.8]]) },
  'rain-and-snow': { day: high.drawing + drops([[7.5, 16]], 6) + flakes([[14.8, 19]], 3.2, 1.5) },
  hot: { day: thermometer('heat', 1) + sun({ x: 18.6, y: 7, r: 1.9 }, { ray: 0.9 }) },
  cold: { day: thermometer('rain', 0.1) + flakes([[18, 8]], 4, 1.6) },
  windy: { day: gust(2, 13, 8.5, 2.6) + gust(2, 18, 12.5, 2.8) + gust(4, 13, 16.5, -2.4) },
};
