import { describe, expect, it } from '@jest/globals';
import { ecsTypeOf } from '../support/ecs.js';
import { INDEX_TEMPLATE, MAPPED } from './index-template.js';
import {
  queriedFields,
  parseNestedJson,
  SAVED_OBJECTS,
  type SavedObject,
} from './saved-objects.js';

type Json = Record<string, unknown>;

/** The attributes that Kibana's import requires per type (as in Kibana's sample data). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'index-pattern': ['title', 'name', 'timeFieldName'],
  lens: ['title', 'visualizationType', 'state'],
  map: ['title', 'mapStateJSON', 'layerListJSON', 'uiStateJSON'],
  dashboard: ['title', 'panelsJSON', 'optionsJSON', 'kibanaSavedObjectMeta', 'timeRestore'],
};
const GRID_WIDTH = 48;

const all = (type: string): readonly (readonly [string, SavedObject])[] =>
  SAVED_OBJECTS.filter((object) => object.type === type).map((object) => [object.id, object]);
const named = ({ references }: SavedObject): string[] => references.map(({ name }) => name);
const attributesOf = ({ attributes }: SavedObject): Json => parseNestedJson(attributes) as Json;

describe.each(SAVED_OBJECTS.map((one) => [`${one.type} ${one.id}`, one] as const))(
  '%s',
  (_, one) => {
    it('has the required attributes of its type, and valid nested JSON', () => {
      expect(Object.keys(one.attributes)).toEqual(
        expect.arrayContaining([...(REQUIRED[one.type] ?? ['a known type'])]),
      );
      expect(() => attributesOf(one)).not.toThrow();
      expect(one.attributes['title']).toMatch(/./);
    });

    it('references only objects of this file, each by a unique name', () => {
      const present = new Set(SAVED_OBJECTS.map(({ type, id }) => `${type} ${id}`));

      expect(one.references.filter(({ type, id }) => !present.has(`${type} ${id}`))).toEqual([]);
      expect(new Set(named(one)).size).toBe(one.references.length);
    });

    it('declares its migration versions', () => {
      expect(one.coreMigrationVersion).toMatch(/^8\.\d+\.0$/);
      expect(one.typeMigrationVersion).toMatch(/^8\.\d+\.0$/);
    });
  },
);

describe('the saved objects', () => {
  it('are a data view, Lens panels, a map and dashboards with unique ids', () => {
    const types = new Set(SAVED_OBJECTS.map(({ type }) => type));
    const ids = new Set(SAVED_OBJECTS.map(({ type, id }) => `${type} ${id}`));

    expect(types).toEqual(new Set(['index-pattern', 'lens', 'map', 'dashboard']));
    expect(ids.size).toBe(SAVED_OBJECTS.length);
  });

  it('read the index pattern of the index template', () => {
    const [[, view] = ['', undefined]] = all('index-pattern');

    expect(INDEX_TEMPLATE.index_patterns).toEqual([view?.attributes['title']]);
  });

  it('query indexed fields only', () => {
    expect(queriedFields().size).toBeGreaterThan(8);
    expect([...queriedFields()].filter((name) => !MAPPED.has(name))).toEqual([]);
  });
});

describe('the index template', () => {
  it.each([...MAPPED])('maps %s to its ECS type %s', (name, type) => {
    expect(ecsTypeOf(name)).toBe(type);
  });

  it('maps positions to geo_point', () => {
    expect(MAPPED.get('client.geo.location')).toBe('geo_point');
  });
});

interface Column {
  readonly operationType: string;
  readonly isBucketed: boolean;
  readonly params?: { readonly orderBy?: { readonly columnId: string } };
}

describe.each(all('lens'))('the Lens panel %s', (_id, lens) => {
  const { state } = attributesOf(lens) as { state: Json };
  const { formBased } = state['datasourceStates'] as {
    formBased: {
      layers: Record<string, { columns: Record<string, Column>; columnOrder: string[] }>;
    };
  };
  const layerId = String(Object.keys(formBased.layers)[0]);
  const layer = formBased.layers[layerId];
  const columns = layer?.columns ?? {};

  it('has one layer that reads the data view', () => {
    expect(Object.keys(formBased.layers)).toHaveLength(1);
    expect(named(lens)).toEqual([`indexpattern-datasource-layer-${layerId}`]);
  });

  it('lists its bucket columns before its metric columns', () => {
    const order = layer?.columnOrder ?? [];
    const grouping = order.map((name) => columns[name]?.isBucketed);

    expect(order.toSorted()).toEqual(Object.keys(columns).toSorted());
    expect(grouping).toEqual(grouping.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('sorts by and shows only its own columns', () => {
    const shown = JSON.stringify(state['visualization']).match(
      /"(?:columnId|xAccessor|splitAccessor)":"[^"]+"/g,
    );
    const ordering = Object.values(columns).flatMap(
      ({ params }) => params?.orderBy?.columnId ?? [],
    );
    const used = [...(shown ?? []).map((one) => one.split('"')[3]), ...ordering];

    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((name) => !columns[String(name)])).toEqual([]);
    expect(JSON.stringify(state['visualization'])).toContain(`"layerId":"${layerId}"`);
  });
});

describe.each(all('map'))('the map %s', (_id, map) => {
  const { layerListJSON: layers } = attributesOf(map) as {
    layerListJSON: { type: string; sourceDescriptor: Record<string, string> }[];
  };

  it('has layers of the data view over a geo_point field', () => {
    const own = layers
      .map(({ sourceDescriptor }) => sourceDescriptor)
      .filter(({ indexPatternRefName }) => indexPatternRefName !== undefined);

    expect(own.map(({ indexPatternRefName }) => indexPatternRefName)).toEqual(named(map));
    expect(own.map(({ geoField }) => MAPPED.get(String(geoField)))).toEqual(['geo_point']);
  });
});

interface Panel {
  readonly type: string;
  readonly panelIndex: string;
  readonly panelRefName: string;
  readonly gridData: { x: number; y: number; w: number; h: number; i: string };
}

describe.each(all('dashboard'))('the dashboard %s', (_id, dashboard) => {
  const { panelsJSON: panels } = attributesOf(dashboard) as { panelsJSON: Panel[] };

  it('shows each referenced object once', () => {
    const shown = panels.map(({ panelIndex, panelRefName, type }) => [
      `${panelIndex}:${panelRefName}`,
      type,
    ]);

    expect(shown).toEqual(dashboard.references.map(({ name, type }) => [name, type]));
    expect(panels.map(({ gridData }) => gridData.i)).toEqual(panels.map((one) => one.panelIndex));
  });

  it('has no overlapping panels', () => {
    const taken = panels.flatMap(({ gridData: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );

    expect(new Set(taken).size).toBe(taken.length);
    expect(panels.every(({ gridData: { x, w } }) => x >= 0 && x + w <= GRID_WIDTH)).toBe(true);
  });
});
