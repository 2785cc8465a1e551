const map = document.getElementById('map');
const form = document.getElementById('position');

/** @param add adds a watch at a place, and returns it */
export function connectMap(add) {
  map.addEventListener('click', (event) => {
    const { left, top, width, height } = map.getBoundingClientRect();
    addAt(add, {
      latitude: 90 - (180 * (event.clientY - top)) / height,
      longitude: (360 * (event.clientX - left)) / width - 180,
    });
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    addAt(add, {
      latitude: Number(fields.get('latitude')),
      longitude: Number(fields.get('longitude')),
    });
  });
}

export function markOnMap({ latitude, longitude }) {
  const mark = document.createElement('span');
  mark.style.left = `${(longitude + 180) / 3.6}%`;
  mark.style.top = `${(90 - latitude) / 1.8}%`;
  map.append(mark);
}

function addAt(add, { latitude, longitude }) {
  const position = `${degrees(latitude, 'N', 'S')} ${degrees(longitude, 'E', 'W')}`;
  const watch = add({ position, latitude, longitude });
  watch.element.scrollIntoView({ block: 'nearest' });
  void watch.redraw();
}

function degrees(value, positive, negative) {
  return `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`;
}
