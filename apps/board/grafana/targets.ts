import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';

/** The data source selected by the variable `datasource`. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' };

/** Queries of a panel by legend. */
export type Queries = Readonly<Record<string, string>>;

/** Queries over the selected time range. */
export function rangeTargets(queries: Queries): DataqueryBuilder[] {
  return Object.entries(queries).map(([legend, expression], at) =>
    target(legend, expression, at).range(),
  );
}

/** Queries at the end of the time range. */
export function instantTargets(queries: Queries): DataqueryBuilder[] {
  return Object.entries(queries).map(([legend, expression], at) =>
    target(legend, expression, at).instant(),
  );
}

/** A query at the end of the time range, one row per series. */
export function tableTarget(expression: string): DataqueryBuilder {
  return target('', expression, 0).instant().format(PromQueryFormat.Table);
}

function target(legend: string, expression: string, at: number): DataqueryBuilder {
  return new DataqueryBuilder()
    .refId(String.fromCharCode('A'.charCodeAt(0) + at))
    .datasource(DATASOURCE)
    .legendFormat(legend)
    .expr(expression);
}
