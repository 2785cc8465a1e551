import { json } from './json.js';

const buttons = [...document.querySelectorAll('[data-control]')];
const status = document.getElementById('status');
/** Whether each control was on, as the page last heard. */
const wasOn = new Map();
let lastTurned;

/** @param show receives the new state after a click */
export function connectControls(show) {
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      try {
        show(await turn(button.dataset.control, on));
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    });
  }
}

export function showControls(controls) {
  for (const button of buttons) {
    const control = controls.find(({ name }) => name === button.dataset.control);
    noteTurn(control);
    button.setAttribute('aria-pressed', String(control.isOn));
    button.disabled = control.unavailable !== null;
    button.title = control.unavailable ?? '';
  }
  const told = controls.filter(({ name, isOn }) => isOn || name === lastTurned);
  say(told.map(({ progress }) => progress).join(' '));
}

/** What was turned off last is still told: that it works again, or the result of a burst. */
function noteTurn({ name, isOn }) {
  if (wasOn.has(name) && wasOn.get(name) !== isOn) lastTurned = name;
  wasOn.set(name, isOn);
}

function turn(name, on) {
  return json(`/controls/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on }),
  });
}

/** A screen reader hears each change. */
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}
