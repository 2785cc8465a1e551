import { describe, expect, it } from '@jest/globals';
import { DRIZZLE } from '../../testing/weather.fixtures.js';
import { PrecipitationResponse } from './precipitation.response.js';
import { UvIndexResponse } from './uv-index.response.js';

const conditions = (visibilityMeters: number | null) => ({ ...DRIZZLE, visibilityMeters });
const fallen = (precipitationPastHourMillimeters: number | null) => ({
  ...DRIZZLE,
  precipitationPastHourMillimeters,
});

describe('PrecipitationResponse', () => {
  it('contains exactly visibility and precipitation', () => {
    expect(PrecipitationResponse.of(DRIZZLE, 'metric')).toEqual({ vis: 9700, prcpt: 0.001 });
    expect(PrecipitationResponse.of(DRIZZLE, 'imperial')).toEqual({ vis: 6, prcpt: 0.04 });
  });

  it.each([
    [0, 0, 0],
    [0.4, 0, 0],
    [0.5, 1, 0],
    [80.4, 80, 0],
    [80.5, 81, 0.1],
    [241.4, 241, 0.1],
    [241.402, 241, 0.2],
    [1_609.344, 1_609, 1],
    [3_200, 3_200, 2],
    [16_100, 16_100, 10],
    [46_700, 46_700, 29],
  ])('reports a visibility of %d m as %d m or %d mi', (meters, metric, imperial) => {
    expect(PrecipitationResponse.of(conditions(meters), 'metric').vis).toBe(metric);
    expect(PrecipitationResponse.of(conditions(meters), 'imperial').vis).toBe(imperial);
  });

  it.each([
    [0, 0, 0],
    [0.0004, 0, 0],
    [0.04, 0, 0],
    [0.05, 0.0001, 0],
    [0.127, 0.0001, 0.01],
    [0.5, 0.0005, 0.02],
    [0.508, 0.0005, 0.02],
    [1.1, 0.0011, 0.04],
    [25.4, 0.0254, 1],
    [305.05, 0.3051, 12.01],
  ])('reports %d mm of rain as %d m or %d in', (millimeters, metric, imperial) => {
    expect(PrecipitationResponse.of(fallen(millimeters), 'metric').prcpt).toBe(metric);
    expect(PrecipitationResponse.of(fallen(millimeters), 'imperial').prcpt).toBe(imperial);
  });

  it.each(['metric', 'imperial'] as const)('reports unknown values as null (%s)', (units) => {
    expect(PrecipitationResponse.of(conditions(null), units)).toMatchObject({ vis: null });
    expect(PrecipitationResponse.of(fallen(null), units)).toMatchObject({ prcpt: null });
  });
});

describe('UvIndexResponse', () => {
  it.each([0, 1, 11, null])('contains exactly the index: %p', (uvIndex) => {
    expect(UvIndexResponse.of({ ...DRIZZLE, uvIndex })).toEqual({ uvidx: uvIndex });
  });
});
