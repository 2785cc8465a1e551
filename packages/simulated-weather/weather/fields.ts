import { waveField } from '../maths/waves.js';

/** Lows and highs: cloud, wind and rain that take days to pass. */
export const FRONTS = waveField('fronts', [5, 14], [60, 170]);

/** Warm and cold air. */
export const AIR_MASSES = waveField('air', [3, 9], [110, 260]);

/** Showers and gaps between clouds that last for hours. */
export const CELLS = waveField('cells', [120, 300], [2, 9]);

/** Wind direction. */
export const STEERING = waveField('steering', [4, 10], [40, 120]);
