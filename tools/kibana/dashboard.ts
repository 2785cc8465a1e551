import { kql, savedObject, type SavedObject } from './objects.js';

const PANEL_VERSION = '8.8.0';

/** Position and size on a grid that is 48 columns wide. */
type Grid = readonly [x: number, y: number, width: number, height: number];

export interface Dashboard {
  readonly title: string;
  readonly description: string;
  readonly panels: readonly (readonly [panel: SavedObject, grid: Grid])[];
}

export function dashboard(id: string, { title, description, panels }: Dashboard): SavedObject {
  const shown = panels.map(([{ type, id: panelIndex }, [x, y, w, h]]) => ({
    version: PANEL_VERSION,
    type,
    gridData: { x, y, w, h, i: panelIndex },
    panelIndex,
    embeddableConfig: { enhancements: {} },
    panelRefName: `panel_${panelIndex}`,
  }));
  const attributes = {
    title,
    description,
    panelsJSON: JSON.stringify(shown),
    optionsJSON: JSON.stringify({
      useMargins: true,
      syncColors: false,
      syncCursor: true,
      syncTooltips: false,
      hidePanelTitles: false,
    }),
    kibanaSavedObjectMeta: { searchSourceJSON: JSON.stringify({ query: kql(''), filter: [] }) },
    timeRestore: true,
    timeFrom: 'now-24h',
    timeTo: 'now',
    refreshInterval: { pause: true, value: 60_000 },
    version: 1,
  };
  const references = panels.map(([{ type, id: of }]) => ({
    name: `${of}:panel_${of}`,
    type,
    id: of,
  }));
  return savedObject('dashboard', id, attributes, references);
}
