import { DATASET_NAMES, DATASETS } from '../../../src/weather/datasets/registry.js';
import { OptionError } from '../plan/option.error.js';

const SECOND_MS = 1_000;

/**
 * The default windows of all datasets, divided by the speed, as `WINDOWS` of the product. As configured windows they
 * do not depend on what the provider says about its answers.
 * @throws OptionError when one is not a whole number of seconds, which is all that the setting can express
 */
export function windowsAtSpeed(speed: number): string {
  return DATASET_NAMES.map((name) => {
    const { freshAtLeastMs, revalidateForMs, errorForMs } = DATASETS[name].freshness;
    const seconds = [freshAtLeastMs, revalidateForMs, errorForMs].map(
      (ms) => ms / SECOND_MS / speed,
    );
    if (seconds.every(Number.isInteger)) return `${name}=${seconds.join('/')}`;
    throw new OptionError(
      `--speed=${speed}: the windows of ${name} would be ${seconds.join('/')} s, and WINDOWS has whole seconds; ` +
        'use a divisor of 60',
    );
  }).join(';');
}
