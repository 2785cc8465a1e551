/** How much of an axis is left free at most, by the steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
const TICKS = 4;

export interface Axis {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** From 0 to a round number that no value exceeds. */
export function axisFor(highest: number): Axis {
  const rough = (highest || 1) / TICKS;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (STEPS.find((one) => one * magnitude >= rough) ?? 10);
  const ticks = Array.from({ length: TICKS + 1 }, (_, at) => at * step);
  return { max: TICKS * step, ticks };
}

/** A value as Grafana would write it in that unit. */
export function format(value: number, unit: string): string {
  switch (unit) {
    case 'percentunit':
      return `${round(100 * value)} %`;
    case 's':
      return value < 1 && value > 0 ? `${round(1_000 * value)} ms` : `${round(value)} s`;
    case 'reqps':
    case 'ops':
      return `${round(value)}/s`;
    default:
      return round(value);
  }
}

function round(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 2 : 0)));
}
