interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly legendFormat?: string;
  readonly instant?: boolean;
}

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly targets?: readonly Target[];
  readonly fieldConfig?: { readonly defaults?: { readonly unit?: string } };
}

/** The used part of the dashboard JSON. */
export interface BoardJson {
  readonly panels: readonly Panel[];
}

/** One query of a panel. */
export interface PanelQuery {
  /** Row, panel, and the letter of the query when the panel has several. */
  readonly name: string;
  readonly row: string;
  readonly panel: string;
  readonly expression: string;
  readonly legend: string;
  readonly unit: string;
  /** Whether it is evaluated at the end of the time range only. */
  readonly isInstant: boolean;
}

/** All queries of a dashboard, from top to bottom. */
export function panelQueries({ panels }: BoardJson): PanelQuery[] {
  let row = '';
  return panels.flatMap(({ type, title, targets = [], fieldConfig }) => {
    if (type === 'row') row = title;
    return targets.map(({ refId, expr, legendFormat = '', instant = false }) => ({
      name: `${row} › ${title}${targets.length > 1 ? ` ${refId}` : ''}`,
      row,
      panel: title,
      expression: expr,
      legend: legendFormat,
      unit: fieldConfig?.defaults?.unit ?? 'short',
      isInstant: instant,
    }));
  });
}

/**
 * Replaces Grafana's variables by values, as Grafana does.
 * @throws when a variable has no value
 */
export function fill(expression: string, values: Readonly<Record<string, string>>): string {
  return expression.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`$${name} has no value`);
    return value;
  });
}
