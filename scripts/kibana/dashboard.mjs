// Dashboards of saved panels.
import { kql, savedObject } from './objects.mjs';

const PANEL_VERSION = '8.8.0';

/** @param panels pairs of a saved object and `[x, y, width, height]`, on a grid 48 wide */
export function dashboard(id, { title, description, panels }) {
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
