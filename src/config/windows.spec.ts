import { describe, expect, it } from '@jest/globals';
import { parseWindows, WINDOW_NAMES } from './windows.js';

const window = (fresh: number, revalidate: number, error: number) => ({
  freshForMs: fresh * 1000,
  revalidateForMs: revalidate * 1000,
  errorForMs: error * 1000,
});

describe('parseWindows', () => {
  it('parses fresh/revalidate/error seconds of each listed dataset', () => {
    expect(parseWindows('conditions=600/300/21600;daily=3600/0/0')).toEqual({
      conditions: window(600, 300, 21_600),
      daily: window(3_600, 0, 0),
    });
  });

  it.each(WINDOW_NAMES)('accepts the record name %s', (name) => {
    expect(parseWindows(`${name}=1/2/3`)).toEqual({ [name]: window(1, 2, 3) });
  });

  it.each(['daily=1/2/3;', ' daily=1/2/3 ; ', ';;daily=1/2/3', 'daily=01/02/03'])(
    'accepts "%s"',
    (text) => {
      expect(parseWindows(text)).toEqual({ daily: window(1, 2, 3) });
    },
  );

  it('returns no windows for an empty list', () => {
    expect(parseWindows(' ; ')).toEqual({});
  });

  it.each([
    'conditions',
    'conditions=',
    'conditions=600',
    'conditions=600/300',
    'conditions=600/300/1/1',
    'conditions=600//300',
    'conditions=-1/2/3',
    'conditions=1.5/2/3',
    'conditions=1e3/2/3',
    'conditions=1234567890/2/3',
    'conditions:1/2/3',
    'conditions=1/2/3,daily=1/2/3',
    'Conditions=1/2/3',
    'weather=1/2/3',
    'no-place=1/2/3',
    'toString=1/2/3',
  ])('rejects "%s" and explains the format', (text) => {
    expect(() => parseWindows(text)).toThrow(
      /conditions=600\/300\/21600.*place, conditions, minutely, hour/,
    );
  });

  it('rejects a dataset that is never fresh, which would call the provider on every request', () => {
    expect(() => parseWindows('conditions=0/300/21600')).toThrow('at least 1');
  });

  it('rejects a dataset that is listed twice', () => {
    expect(() => parseWindows('daily=1/2/3;daily=1/2/3')).toThrow('once');
  });
});
