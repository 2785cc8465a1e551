import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';

const GOOD = 'green';
const DOUBTFUL = 'orange';
const BAD = 'red';

/** Good up to a value, bad from it on. */
export function badFrom(bad: number): ThresholdsConfigBuilder {
  return limits([null, GOOD], [bad, BAD]);
}

/** Bad under the first value, good from the second on. */
export function goodFrom(doubtful: number, good: number): ThresholdsConfigBuilder {
  return limits([null, BAD], [doubtful, DOUBTFUL], [good, GOOD]);
}

/** Bad under a value. */
export function badUnder(good: number): ThresholdsConfigBuilder {
  return limits([null, BAD], [good, GOOD]);
}

/** Good under the first value, bad from the second on. */
export function badPast(doubtful: number, bad: number): ThresholdsConfigBuilder {
  return limits([null, GOOD], [doubtful, DOUBTFUL], [bad, BAD]);
}

function limits(...steps: readonly (readonly [number | null, string])[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps(steps.map(([value, color]) => ({ value, color })));
}
