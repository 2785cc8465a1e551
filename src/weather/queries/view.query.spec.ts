import { describe, expect, it } from '@jest/globals';
import type { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { QueryPipe } from '@app/query/query.pipe.js';
import { DailyQuery } from '../datasets/daily/daily.query.js';
import { HourlyQuery } from '../datasets/hourly/hourly.query.js';
import { ViewQuery } from './view.query.js';

const HERE = { lt: '48.8705', lg: '2.3049' };

function read<Query>(metatype: new () => Query, query: Record<string, unknown>): Query {
  return new QueryPipe().transform({ ...HERE, ...query }, { type: 'query', metatype }) as Query;
}

function faultsOf(metatype: new () => object, query: Record<string, unknown>): unknown {
  try {
    return read(metatype, query);
  } catch (error) {
    return (error as InvalidRequestError).faults;
  }
}

describe('ViewQuery: lang', () => {
  it.each([['fr-CA'], [''], ['tlh'], ['x'.repeat(1_000)], [['fr', 'de']], [{ a: 'fr' }]])(
    'is never rejected: %j',
    (lang) => {
      expect(read(ViewQuery, { lang }).lang).toEqual(lang);
    },
  );

  it('does not affect position and units', () => {
    const query = read(ViewQuery, { units: 'imperial' });
    expect(query.position).toEqual({ latitude: 48.8705, longitude: 2.3049 });
    expect(query).toMatchObject({ units: 'imperial', lang: undefined });
    expect(faultsOf(ViewQuery, { lt: '91' })).toEqual([
      { parameter: 'lt', detail: 'lt must be from -90 to 90' },
    ]);
  });
});

describe.each([
  { parameter: 'hours', metatype: HourlyQuery, most: 24, fallback: 12 },
  { parameter: 'days', metatype: DailyQuery, most: 10, fallback: 5 },
])('Forecast query: $parameter', ({ parameter, metatype, most, fallback }) => {
  const countOf = (sent: Record<string, unknown>): number => {
    const query = read<HourlyQuery | DailyQuery>(metatype, sent);
    return query instanceof HourlyQuery ? query.hourCount : query.dayCount;
  };

  it('has a default value', () => {
    expect(countOf({})).toBe(fallback);
  });

  it.each([
    ['1', 1],
    ['+3', 3],
    ['007', 7],
    [String(most), most],
  ])('accepts %s', (sent, count) => {
    expect(countOf({ [parameter]: sent })).toBe(count);
  });

  it.each(['0', '-1', '-0', String(most + 1), '9'.repeat(400)])('rejects %s', (sent) => {
    expect(faultsOf(metatype, { [parameter]: sent })).toEqual([
      { parameter, detail: `${parameter} must be from 1 to ${most}` },
    ]);
  });

  it.each([
    [''],
    [' 3'],
    ['3 '],
    ['3\n'],
    ['3.0'],
    ['1e0'],
    ['0x3'],
    ['three'],
    ['NaN'],
    ['Infinity'],
    ['٣'],
    [['3', '4']],
    [['3']],
    [{}],
    [null],
    [3],
  ])('rejects %j as not a whole number', (sent) => {
    expect(faultsOf(metatype, { [parameter]: sent })).toEqual([
      { parameter, detail: `${parameter} must be one whole number, such as ${fallback}` },
    ]);
  });
});
