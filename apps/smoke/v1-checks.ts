import {
  expect,
  expectHeader,
  expectCacheHeaders,
  expectRange,
  expectRising,
  expectStatus,
  expectContext,
} from './expectations.js';
import type { DatasetName } from '../../src/weather/datasets/registry.js';
import type { Check } from './check.js';

const PARIS = 'lt=48.8705&lg=2.3049';
const HOURS = 6;
const DAYS = 3;
const MAX_GLANCE_BYTES = 400;
const CELSIUS_OF_ROUNDED_FAHRENHEIT = 0.1;

/** One check per dataset. */
const DATASET_CHECKS: Readonly<Record<DatasetName, Check>> = {
  conditions: {
    name: 'conditions with place, expiry and attribution, equal in both unit systems',
    requests: [
      { path: `/v1/conditions?${PARIS}` },
      { path: `/v1/conditions?${PARIS}&units=imperial&lang=fr` },
    ],
    faults: ([metric, imperial]) => [
      ...expectStatus(metric, 200),
      ...expectCacheHeaders(metric),
      ...expectContext(metric),
      ...expectRange(metric, 'temperature', -90, 60),
      ...expectRange(metric, 'humidity', 0, 100),
      ...expectHeader(imperial, 'content-language', /^fr$/),
      ...expect(
        isSameTemperature(metric?.body['temperature'], imperial?.body['temperature']),
        'temperature differs between the units',
      ),
    ],
  },
  minutely: {
    name: 'rain in the next hour or status unknown',
    requests: [{ path: `/v1/forecast/minutely?${PARIS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectCacheHeaders(response),
      ...expectContext(response),
      ...expect(
        (response?.body['text'] === null) === (response?.body['status'] === 'unknown'),
        'a known outlook has no sentence, or an unknown one has',
      ),
    ],
  },
  hourly: {
    name: 'the hourly forecast in order',
    requests: [{ path: `/v1/forecast/hourly?${PARIS}&hours=${HOURS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectCacheHeaders(response),
      ...expectContext(response),
      ...expectRising(response, 'hours', 'time', HOURS),
    ],
  },
  daily: {
    name: 'the daily forecast in order',
    requests: [{ path: `/v1/forecast/daily?${PARIS}&days=${DAYS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectCacheHeaders(response),
      ...expectContext(response),
      ...expectRising(response, 'days', 'date', DAYS),
    ],
  },
  alerts: {
    name: 'alerts or status unknown',
    requests: [{ path: `/v1/alerts?${PARIS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectCacheHeaders(response),
      ...expect(Array.isArray(response?.body['alerts'] ?? []), 'alerts is not a list'),
    ],
  },
};

/** Checks of `/v1` that hold in every environment and any weather. */
export const V1_CHECKS: readonly Check[] = [
  ...Object.values(DATASET_CHECKS),
  {
    name: `a glance of at most ${MAX_GLANCE_BYTES} bytes`,
    requests: [{ path: `/v1/glance?${PARIS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectCacheHeaders(response),
      ...expect(response?.body['v'] === 1, 'unexpected schema version'),
      ...expect(
        (response?.bytes ?? 0) <= MAX_GLANCE_BYTES,
        `the body has ${response?.bytes} bytes`,
      ),
    ],
  },
  {
    name: '304 for a known ETag',
    requests: [
      { path: `/v1/forecast/daily?${PARIS}` },
      { path: `/v1/forecast/daily?${PARIS}`, revalidate: true },
    ],
    faults: ([, unchanged]) => [
      ...expectStatus(unchanged, 304),
      ...expect(unchanged?.bytes === 0, `the body has ${unchanged?.bytes} bytes`),
    ],
  },
];

function isSameTemperature(celsius: unknown, fahrenheit: unknown): boolean {
  if (celsius === null && fahrenheit === null) return true;
  const difference = Math.abs(Number(celsius) - (Number(fahrenheit) - 32) / 1.8);
  return difference <= CELSIUS_OF_ROUNDED_FAHRENHEIT;
}
