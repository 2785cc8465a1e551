/**
 * The sum of all series of a metric in Prometheus' text format, so far as they have these labels.
 * @param labels such as `status="200"`; a series must have all of them
 * @returns undefined when the text does not declare the metric
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function metricTotal(
  text: string,
  name: string,
  labels: readonly string[] = [],
): number | undefined {
  const lines = text.split('\n');
  if (!lines.some((line) => line.startsWith(`# TYPE ${name} `))) return undefined;
  return lines
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter((line) => labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
