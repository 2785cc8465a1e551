/** A value as Grafana would write it in one of the board's units. */
export function formatValue(value: number, unit: string): string {
  switch (unit) {
    case 'percentunit':
      return `${round(100 * value)} %`;
    case 's':
      return value < 1 ? `${round(1_000 * value)} ms` : `${round(value)} s`;
    case 'bytes':
      return `${round(value / 2 ** 20)} MiB`;
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
