import { DATA_VIEW, kql, savedObject, type Kql, type SavedObject } from './objects.js';

const LAYER = 'requests';
/** Lens' name for the documents themselves. */
const RECORDS = '___records___';

/** A column of a table, or an axis of a chart. */
export interface Column {
  readonly label: string;
  readonly operationType: string;
  readonly sourceField: string;
  readonly dataType: string;
  readonly isBucketed: boolean;
  readonly scale: 'ratio' | 'ordinal' | 'interval';
  readonly customLabel?: boolean;
  readonly filter?: Kql;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What all visualizations have. */
interface Visualization {
  readonly title: string;
  readonly description: string;
  /** In KQL: the documents that count. */
  readonly query: string;
}

type Columns = Readonly<Record<string, Column>>;

/** Counts documents, or those of them that match a filter in KQL. */
export function count(label: string, filter?: string): Column {
  return {
    label,
    customLabel: true,
    operationType: 'count',
    sourceField: RECORDS,
    dataType: 'number',
    isBucketed: false,
    scale: 'ratio',
    ...(filter ? { filter: kql(filter) } : {}),
  };
}

/** Counts the distinct values of a field. */
export function unique(label: string, field: string): Column {
  return { ...count(label), operationType: 'unique_count', sourceField: field };
}

export function percentile95(label: string, field: string): Column {
  return {
    ...count(label),
    operationType: 'percentile',
    sourceField: field,
    params: { percentile: 95 },
  };
}

/** The `size` values of a field with the highest number in the column `by`. */
export function top(
  size: number,
  field: string,
  label: string,
  { by, dataType = 'string' }: { readonly by: string; readonly dataType?: 'string' | 'number' },
): Column {
  return {
    label,
    customLabel: true,
    operationType: 'terms',
    sourceField: field,
    dataType,
    isBucketed: true,
    scale: 'ordinal',
    params: {
      size,
      orderBy: { type: 'column', columnId: by },
      orderDirection: 'desc',
      otherBucket: false,
      missingBucket: false,
    },
  };
}

/** A table with a row per combination of the bucketed columns, ordered by the column `by`. */
export function table(
  id: string,
  { columns, by, ...about }: Visualization & { readonly columns: Columns; readonly by: string },
): SavedObject {
  return lens(id, 'lnsDatatable', about, columns, {
    layerId: LAYER,
    layerType: 'data',
    columns: Object.keys(columns).map((columnId) => ({ columnId })),
    sorting: { columnId: by, direction: 'desc' },
    paging: { enabled: true, size: 20 },
  });
}

/** Counts over time, stacked by the values of a field. */
export function overTime(
  id: string,
  {
    split,
    series = 'bar_stacked',
    ...about
  }: Visualization & {
    readonly split: Column;
    readonly series?: 'bar_stacked' | 'bar_percentage_stacked';
  },
): SavedObject {
  const columns = { time: byTime(), split, requests: count('Requests') };
  return lens(id, 'lnsXY', about, columns, {
    preferredSeriesType: series,
    legend: { isVisible: true, position: 'right' },
    valueLabels: 'hide',
    layers: [
      {
        layerId: LAYER,
        layerType: 'data',
        seriesType: series,
        xAccessor: 'time',
        splitAccessor: 'split',
        accessors: ['requests'],
      },
    ],
  });
}

function byTime(): Column {
  return {
    label: '@timestamp',
    operationType: 'date_histogram',
    sourceField: '@timestamp',
    dataType: 'date',
    isBucketed: true,
    scale: 'interval',
    params: { interval: 'auto', includeEmptyRows: true, dropPartials: false },
  };
}

function lens(
  id: string,
  visualizationType: string,
  { title, description, query }: Visualization,
  columns: Columns,
  visualization: Readonly<Record<string, unknown>>,
): SavedObject {
  const layer = { columns, columnOrder: Object.keys(columns), incompleteColumns: {} };
  const state = {
    datasourceStates: { formBased: { layers: { [LAYER]: layer } } },
    visualization,
    query: kql(query),
    filters: [],
    internalReferences: [],
    adHocDataViews: {},
  };
  const attributes = { title, description, visualizationType, state };
  const reference = { ...DATA_VIEW, name: `indexpattern-datasource-layer-${LAYER}` };
  return savedObject('lens', id, attributes, [reference]);
}
