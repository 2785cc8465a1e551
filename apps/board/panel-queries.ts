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

/** What of a board's JSON is read here. */
export interface BoardJson {
  readonly panels: readonly Panel[];
}

/** One question that a panel asks. */
export interface PanelQuery {
  /** Row, panel, and which of its queries, where it has several. */
  readonly name: string;
  readonly row: string;
  readonly panel: string;
  readonly expression: string;
  readonly legend: string;
  readonly unit: string;
  /** Whether it is asked for the end of the time only. */
  readonly isInstant: boolean;
}

/** All questions of a board, from top to bottom. */
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
 * Puts values in place of Grafana's variables, as Grafana does.
 * @throws when a variable has no value
 */
export function fill(expression: string, values: Readonly<Record<string, string>>): string {
  return expression.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`$${name} has no value`);
    return value;
  });
}
