import { describe, expect, it } from '@jest/globals';
import type { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { QueryPipe } from '@app/query/query.pipe.js';
import { PositionQuery } from './position.query.js';

const read = (query: Record<string, unknown>): PositionQuery =>
  new QueryPipe().transform(query, { type: 'query', metatype: PositionQuery }) as PositionQuery;

const faultsOf = (query: Record<string, unknown>): readonly string[] => {
  try {
    read(query);
    return [];
  } catch (error) {
    return (error as InvalidRequestError).faults.map(({ detail }) => detail);
  }
};

describe('PositionQuery', () => {
  it('parses a position in metric units by default', () => {
    const query = read({ lt: '48.8705', lg: '-2.3049' });

    expect(query.position).toEqual({ latitude: 48.8705, longitude: -2.3049 });
    expect(query.units).toBe('metric');
  });

  it.each([
    ['-0', 0],
    ['0', 0],
    ['90', 90],
    ['-90', -90],
    ['90.0', 90],
    ['+48.5', 48.5],
    ['.5', 0.5],
    ['48.', 48],
    ['4.8e1', 48],
    ['480E-1', 48],
    ['1e-400', 0],
    ['48.870502000000001', 48.870502],
    ['000048', 48],
  ])('accepts the latitude %s', (lt, latitude) => {
    expect(read({ lt, lg: '0' }).position.latitude).toBe(latitude);
  });

  it.each([
    ['180', 180],
    ['-180', -180],
    ['-0.0', 0],
    ['179.99999999999999', 180],
  ])('accepts the longitude %s', (lg, longitude) => {
    expect(read({ lt: '0', lg }).position.longitude).toBe(longitude);
  });

  it('requires latitude and longitude', () => {
    expect(faultsOf({})).toEqual(['lt is required', 'lg is required']);
  });

  it.each(['91', '90.0000001', '-90.1', '1e2', '1e40'])('rejects the latitude %s', (lt) => {
    expect(faultsOf({ lt, lg: '0' })).toEqual(['lt must be from -90 to 90']);
  });

  it.each(['-180.01', '180.00001', '1000'])('rejects the longitude %s', (lg) => {
    expect(faultsOf({ lt: '0', lg })).toEqual(['lg must be from -180 to 180']);
  });

  it.each([
    'abc',
    '',
    ' ',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e400',
    '-1e400',
    '1e9999',
    '0x10',
    '0b1',
    '0o7',
    '١٢',
    '\uff14\uff18',
    '48,8',
    '48.8.8',
    ' 48',
    '48 ',
    '48\n',
    '48°',
    '--48',
    '.',
    '-',
    'e5',
    '1_0',
    '10n',
    'null',
    'undefined',
    'true',
  ])('rejects "%s" as not a number', (lt) => {
    expect(faultsOf({ lt, lg: '0' })).toEqual(['lt must be one decimal number, such as 48.8705']);
  });

  it.each([[['48.8', '48.9']], [['48.8']], [[]], [{}], [{ a: '1' }], [null], [true], [48.8]])(
    'rejects %j as not a number',
    (lt) => {
      expect(faultsOf({ lt, lg: '0' })).toEqual(['lt must be one decimal number, such as 48.8705']);
    },
  );

  it('rejects lt[]', () => {
    expect(faultsOf({ 'lt[]': '1', lg: '0' })).toEqual(['lt is required']);
  });

  it('rejects a long number quickly', () => {
    expect(faultsOf({ lt: `${'1'.repeat(2_000)}x`, lg: '0' })).toHaveLength(1);
  });
});

describe('PositionQuery: units', () => {
  it.each(['metric', 'imperial'])('accepts %s', (units) => {
    expect(read({ lt: '0', lg: '0', units })).toMatchObject({ units });
  });

  it.each([
    ['kelvin'],
    [''],
    ['Metric'],
    ['metric '],
    [['metric', 'imperial']],
    [['metric']],
    [{}],
  ])('rejects %j', (units) => {
    expect(faultsOf({ lt: '0', lg: '0', units })).toEqual(['units must be metric or imperial']);
  });
});

describe('PositionQuery: an unknown parameter', () => {
  it.each(['lang', 'position', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'LT'])(
    'is ignored: %s',
    async (name) => {
      const query = Object.assign(Object.create(null) as object, { lt: '1', lg: '2' });
      Object.defineProperty(query, name, { value: '9', enumerable: true, configurable: true });

      expect(read(query as Record<string, unknown>).position).toEqual({
        latitude: 1,
        longitude: 2,
      });
    },
  );
});
