import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';

/** What Grafana's variable `datasource` chooses. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' };

/** Queries of a panel by their legends. */
export type Queries = Readonly<Record<string, string>>;

/** Over the whole time that the board shows. */
export function rangeTargets(queries: Queries): DataqueryBuilder[] {
  return Object.entries(queries).map(([legend, expression], at) =>
    target(legend, expression, at).range(),
  );
}

/** At its end. */
export function instantTargets(queries: Queries): DataqueryBuilder[] {
  return Object.entries(queries).map(([legend, expression], at) =>
    target(legend, expression, at).instant(),
  );
}

/** At its end, one line for each series. */
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
