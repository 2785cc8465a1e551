// Lens visualizations over one layer of the data view.
import { DATA_VIEW, kql, savedObject } from './objects.mjs';

const LAYER = 'requests';
/** Lens' name for the documents themselves. */
const RECORDS = '___records___';

/** How many documents, or of those how many that a query finds. */
export function count(label, filter) {
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

/** How many different values. */
export function unique(label, field) {
  return { ...count(label), operationType: 'unique_count', sourceField: field };
}

export function percentile95(label, field) {
  return {
    ...count(label),
    operationType: 'percentile',
    sourceField: field,
    params: { percentile: 95 },
  };
}

/** The values of a field, those first that have most of the column `by`. */
export function top(size, field, label, { by, dataType = 'string' }) {
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

/** A table with a row per combination of the bucketed columns, ordered by `by`. */
export function table(id, { title, description, query, columns, by }) {
  return lens(
    id,
    'lnsDatatable',
    { title, description, query, columns },
    {
      layerId: LAYER,
      layerType: 'data',
      columns: Object.keys(columns).map((columnId) => ({ columnId })),
      sorting: { columnId: by, direction: 'desc' },
      paging: { enabled: true, size: 20 },
    },
  );
}

/** Counts over time, one above the other, by the values of a field. */
export function overTime(id, { title, description, query, split, series = 'bar_stacked' }) {
  const columns = { time: byTime(), split, requests: count('Requests') };
  return lens(
    id,
    'lnsXY',
    { title, description, query, columns },
    {
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
    },
  );
}

function byTime() {
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

function lens(id, visualizationType, { title, description, query, columns }, visualization) {
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
