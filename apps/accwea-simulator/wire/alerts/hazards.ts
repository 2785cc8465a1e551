import type { Hour } from '../../../../packages/simulated-weather/weather/hour.js';
import { text, type Text } from '../../i18n/text.js';

/** A hazard and its threshold for alerts. */
export interface Hazard {
  readonly typeId: string;
  readonly category: string;
  readonly description: Text;
  /** 1 is highest. */
  readonly priority: number;
  readonly color: {
    readonly Name: string;
    readonly Red: number;
    readonly Green: number;
    readonly Blue: number;
    readonly Hex: string;
  };
  isDangerous(hour: Hour): boolean;
}

const YELLOW = { Name: 'Yellow', Red: 255, Green: 255, Blue: 0, Hex: '#FFFF00' };
const ORANGE = { Name: 'Orange', Red: 255, Green: 165, Blue: 0, Hex: '#FFA500' };
const RED = { Name: 'Red', Red: 255, Green: 0, Blue: 0, Hex: '#FF0000' };

export const HAZARDS: readonly [Hazard, ...Hazard[]] = [
  {
    typeId: 'W',
    category: 'WIND',
    description: text('Wind warning', 'Vigilance vent violent'),
    priority: 2,
    color: ORANGE,
    isDangerous: ({ wind }) => wind.gustKmh > 64,
  },
  {
    typeId: 'R',
    category: 'RAIN',
    description: text('Heavy rain warning', 'Vigilance pluie'),
    priority: 3,
    color: YELLOW,
    isDangerous: ({ rainMm }) => rainMm > 4,
  },
  {
    typeId: 'S',
    category: 'WINTER',
    description: text('Snow warning', 'Vigilance neige-verglas'),
    priority: 2,
    color: ORANGE,
    isDangerous: ({ snowCm, iceMm }) => snowCm > 2 || iceMm > 1,
  },
  {
    typeId: 'H',
    category: 'HEAT',
    description: text('Extreme heat warning', 'Vigilance canicule'),
    priority: 1,
    color: RED,
    isDangerous: ({ temperatureC }) => temperatureC > 40,
  },
  {
    typeId: 'C',
    category: 'COLD',
    description: text('Extreme cold warning', 'Vigilance grand froid'),
    priority: 3,
    color: YELLOW,
    isDangerous: ({ temperatureC }) => temperatureC < -38,
  },
];
