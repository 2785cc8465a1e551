import { describe, expect, it } from '@jest/globals';
import { drawFace } from './draw-face.js';
import type { WatchFace } from './watch-face.js';

const FACE: WatchFace = {
  place: 'Paris',
  time: '15:01',
  isDay: true,
  condition: 'mostly-clear',
  icon: 'mostly-clear.svg',
  temperature: 24,
  unit: '°C',
  hours: [
    { startMinute: 900, isDay: true, condition: 'clear', temperature: 24, rainChance: 100 },
    { startMinute: 960, isDay: false, condition: 'rain', temperature: null, rainChance: null },
  ],
  sun: { kind: 'rises-and-sets', rise: '05:58', set: '21:53', progress: 0.5 },
  rain: 'rain in 12 min',
  alerts: 'none',
  isStale: false,
  ageMinutes: 3,
  attribution: 'AccuWeather',
};
const draw = (changes: Partial<WatchFace> = {}): string =>
  drawFace({ ...FACE, ...changes }, '/icons');
const labelOf = (svg: string): string | undefined => /aria-label="([^"]*)"/.exec(svg)?.[1];

describe('a drawn face', () => {
  it('says to a screen reader what it shows', () => {
    expect(labelOf(draw())).toBe(
      'Paris, 15:01, day, mostly clear, 24 °C, rain in 12 min, no alerts',
    );
    expect(labelOf(draw({ alerts: 'unknown', isStale: true, rain: null }))).toBe(
      'Paris, 15:01, day, mostly clear, 24 °C, alerts unknown, out of date',
    );
  });

  it('draws an hour as thick as rain is probable', () => {
    expect([...draw().matchAll(/stroke-width="([^"]+)"/g)].map(([, width]) => width)).toEqual([
      '14.0',
      '2.0',
    ]);
  });

  it('draws an hour at its place on the dial', () => {
    // Three o'clock is at the right of the centre, (100, 100).
    expect(draw()).toMatch(/class="hour day" d="M187\.9\d 101\.5/);
  });

  it('names each hour', () => {
    expect([...draw().matchAll(/<title>([^<]*)/g)].map(([, title]) => title)).toEqual([
      '15:00, day, clear, 24 °C, rain 100 %',
      '16:00, night, rain, – °C',
    ]);
  });

  it('is of another colour at night, and when it is stale', () => {
    expect(draw({ isDay: false })).toContain('class="face night fresh"');
    expect(draw({ isStale: true })).toContain('class="face day stale"');
  });

  it('marks alerts, and unknown alerts', () => {
    expect(draw({ alerts: 'in-force' })).toContain('>!</text>');
    expect(draw({ alerts: 'unknown' })).toContain('>?</text>');
    expect(draw()).not.toContain('class="alert');
  });

  it('keeps the times of the sun within the ring of hours', () => {
    const [rise, set] = ['05:58', '21:53'].map((time) =>
      Number(new RegExp(`x="([\\d.]+)"[^>]*>${time}<`).exec(draw())?.[1]),
    );
    const lowest = Math.max(
      ...[...draw().matchAll(/class="small"[^>]* y="(\d+)"/g)].map(([, y]) => Number(y)),
    );
    const INNER_RADIUS = 81;
    // Five characters of 10 px.
    const TEXT_WIDTH = 27;
    const furthest = Math.max(100 - (rise ?? 0), (set ?? 200) - 100) + TEXT_WIDTH;

    expect(Math.hypot(furthest, lowest - 100)).toBeLessThan(INNER_RADIUS);
  });

  it('says when the sun does not set', () => {
    expect(draw({ sun: { kind: 'up-all-day' } })).toContain('sun all day');
  });

  it('cannot be broken by the name of a place', () => {
    expect(draw({ place: '"><script>' })).toContain('&quot;&gt;&lt;script&gt;');
  });
});
