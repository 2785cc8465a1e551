import { describe, expect, it } from '@jest/globals';
import { VILLAGE } from '../testing/weather.fixtures.js';
import { placeBetween } from './place-between.js';
import type { PlaceRecord } from './place-record.js';

const CENTRE = { latitude: 48.875, longitude: 2.305 };
const HERE: PlaceRecord = { place: VILLAGE };
const THREE = [HERE, HERE, HERE];

describe('placeBetween', () => {
  it('is the place that four searched neighbours share', () => {
    expect(placeBetween([...THREE, HERE], CENTRE)).toBe(VILLAGE);
  });

  it.each<[string, (PlaceRecord | undefined)[]]>([
    ['one has another place', [...THREE, { place: { ...VILLAGE, key: 'town' } }]],
    ['the first has another place', [{ place: { ...VILLAGE, key: 'town' } }, ...THREE]],
    ['one has no place', [...THREE, { place: null }]],
    ['none has a place', [1, 2, 3, 4].map(() => ({ place: null }))],
    ['one has no record', [...THREE, undefined]],
    ['one was inferred itself', [...THREE, { place: VILLAGE, isInferred: true }]],
    ['there are only three, next to a pole', THREE],
    ['there are none', []],
  ])('is unknown where %s', (_what, neighbours) => {
    expect(placeBetween(neighbours, CENTRE)).toBeNull();
  });

  it.each([
    ['is 15 km away', { latitude: 49.02, longitude: 2.3 }],
    ['has an unknown position', null],
  ])('is unknown where the place %s', (_what, position) => {
    const far = { place: { ...VILLAGE, position } };
    expect(placeBetween([far, far, far, far], CENTRE)).toBeNull();
  });
});
