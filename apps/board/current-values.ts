import { formatValue } from './format-value.js';
import { fill, type PanelQuery } from './panel-queries.js';
import type { PrometheusClient, Series } from './prometheus/prometheus-client.js';

const MAX_SERIES = 4;
const NAME_WIDTH = 44;

/** The current values of all panels as a table for a terminal, the largest values first. */
export async function currentValues(
  queries: readonly PanelQuery[],
  client: PrometheusClient,
  variables: Readonly<Record<string, string>>,
): Promise<string> {
  const lines: string[] = [];
  let row = '';
  for (const query of queries) {
    if (query.row !== row) lines.push('', (row = query.row));
    const series = await client.query(fill(query.expression, variables));
    lines.push(`  ${query.panel.padEnd(NAME_WIDTH)} ${formatted(query, series)}`);
  }
  return lines.join('\n');
}

function formatted({ legend, unit }: PanelQuery, series: readonly Series[]): string {
  const known = series
    .map(({ metric, values }) => ({ metric, value: values.at(-1)?.[1] ?? Number.NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => b.value - a.value);
  if (known.length === 0) return '–';
  const shown = known
    .slice(0, MAX_SERIES)
    .map(({ metric, value }) => `${named(legend, metric)} ${formatValue(value, unit)}`.trim());
  const more = known.length > MAX_SERIES ? [`… ${known.length - MAX_SERIES} more`] : [];
  return [...shown, ...more].join('   ');
}

/** Fills `{{route}}` in a legend, as Grafana does. */
function named(legend: string, metric: Readonly<Record<string, string>>): string {
  const name = legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? '');
  return name.trim() || (metric['country'] ?? '');
}
