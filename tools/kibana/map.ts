import { DATA_VIEW, kql, savedObject, type SavedObject } from './objects.js';

const SOURCE = 'layer_1_source_index_pattern';

export interface PositionMap {
  readonly title: string;
  readonly description: string;
  /** In KQL. */
  readonly query: string;
}

/** A map of where requests come from, to a tenth of a degree. */
export function positionMap(id: string, { title, description, query }: PositionMap): SavedObject {
  return savedObject(
    'map',
    id,
    {
      title,
      description,
      mapStateJSON: JSON.stringify({
        zoom: 1.6,
        center: { lat: 25, lon: 10 },
        timeFilters: { from: 'now-24h', to: 'now' },
        refreshConfig: { isPaused: true, interval: 0 },
        query: kql(query),
        filters: [],
      }),
      layerListJSON: JSON.stringify([ground(), circles()]),
      uiStateJSON: JSON.stringify({ isLayerTOCOpen: true, openTOCDetails: [] }),
    },
    [{ ...DATA_VIEW, name: SOURCE }],
  );
}

/** Elastic's own world map. */
function ground() {
  return {
    ...layer('ground', 'EMS_VECTOR_TILE'),
    label: null,
    sourceDescriptor: { type: 'EMS_TMS', isAutoSelect: true },
    style: { type: 'EMS_VECTOR_TILE', color: '' },
  };
}

/** Size shows requests, colour shows users: a large pale circle is a single busy user. */
function circles() {
  const requests = { name: 'doc_count', origin: 'source' };
  const users = { name: 'cardinality_of_user.id', origin: 'source' };
  return {
    ...layer('requests', 'GEOJSON_VECTOR'),
    label: 'Requests (size) and users (colour)',
    alpha: 0.75,
    sourceDescriptor: {
      type: 'ES_GEO_GRID',
      id: 'requests-source',
      indexPatternRefName: SOURCE,
      geoField: 'client.geo.location',
      requestType: 'point',
      resolution: 'FINE',
      metrics: [{ type: 'count' }, { type: 'cardinality', field: 'user.id' }],
      applyGlobalQuery: true,
      applyGlobalTime: true,
      applyForceRefresh: true,
    },
    style: {
      type: 'VECTOR',
      properties: {
        fillColor: { type: 'DYNAMIC', options: { field: users, color: 'Blues', type: 'ORDINAL' } },
        lineColor: { type: 'STATIC', options: { color: '#cccccc' } },
        lineWidth: { type: 'STATIC', options: { size: 1 } },
        iconSize: { type: 'DYNAMIC', options: { field: requests, minSize: 5, maxSize: 28 } },
      },
    },
    joins: [],
  };
}

function layer(id: string, type: string) {
  return { id, type, visible: true, alpha: 1, minZoom: 0, maxZoom: 24, includeInFitToBounds: true };
}
