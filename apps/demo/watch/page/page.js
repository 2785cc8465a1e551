// Runs in a browser, as it is: the modules that it imports from `/modules/` are those that the compiler wrote.
import { showCounters } from './counters.js';
import { connectControls, showControls } from './controls.js';
import { json } from './json.js';
import { connectMap, markOnMap } from './map.js';
import { Watch } from './watch.js';

const REDRAW_MS = 1_000;

const watches = [];
for (const place of await json('/places')) add(place);
connectMap(add);
connectControls(show);
await redraw();

/** The client of a watch sends a request only when the glance that it keeps has expired. */
async function redraw() {
  await Promise.all(watches.map((watch) => watch.redraw()));
  // While the page cannot be reached, the next redraw tries again.
  await json('/state').then(show, () => undefined);
  setTimeout(() => void redraw(), REDRAW_MS);
}

function show({ counters, controls }) {
  const bytes = watches.reduce((sum, watch) => sum + watch.receivedBytes, 0);
  showCounters(counters, bytes);
  showControls(controls);
}

function add(place) {
  const watch = new Watch(place, watches.length);
  watches.push(watch);
  document.getElementById('watches').append(watch.element);
  markOnMap(place);
  return watch;
}
