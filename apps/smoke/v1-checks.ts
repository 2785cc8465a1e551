import {
  expect,
  expectHeader,
  expectKept,
  expectRange,
  expectRising,
  expectStatus,
  expectWhere,
} from './expectations.js';
import type { Check } from './check.js';

const PARIS = 'lt=48.8705&lg=2.3049';
const HOURS = 6;
const DAYS = 3;
const MOST_GLANCE_BYTES = 400;
const CELSIUS_OF_ROUNDED_FAHRENHEIT = 0.1;

/** What must be so of `/v1`, wherever the API runs and whatever the weather. */
export const V1_CHECKS: readonly Check[] = [
  {
    name: 'conditions, with where, how old and from whom, the same in both unit systems',
    ask: [
      { path: `/v1/conditions?${PARIS}` },
      { path: `/v1/conditions?${PARIS}&units=imperial&lang=fr` },
    ],
    faults: ([metric, imperial]) => [
      ...expectStatus(metric, 200),
      ...expectKept(metric),
      ...expectWhere(metric),
      ...expectRange(metric, 'temperature', -90, 60),
      ...expectRange(metric, 'humidity', 0, 100),
      ...expectHeader(imperial, 'content-language', /^fr$/),
      ...expect(
        isSameTemperature(metric?.body['temperature'], imperial?.body['temperature']),
        'temperature differs between the units',
      ),
    ],
  },
  {
    name: 'the next hours, one after the other',
    ask: [{ path: `/v1/forecast/hourly?${PARIS}&hours=${HOURS}` }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expectKept(answer),
      ...expectWhere(answer),
      ...expectRising(answer, 'hours', 'time', HOURS),
    ],
  },
  {
    name: 'the next days, one after the other',
    ask: [{ path: `/v1/forecast/daily?${PARIS}&days=${DAYS}` }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expectKept(answer),
      ...expectWhere(answer),
      ...expectRising(answer, 'days', 'date', DAYS),
    ],
  },
  {
    name: 'alerts, or that nobody knows of any',
    ask: [{ path: `/v1/alerts?${PARIS}` }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expectKept(answer),
      ...expect(Array.isArray(answer?.body['alerts'] ?? []), 'alerts are no list'),
    ],
  },
  {
    name: `a glance, in at most ${MOST_GLANCE_BYTES} bytes`,
    ask: [{ path: `/v1/glance?${PARIS}` }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expectKept(answer),
      ...expect(answer?.body['v'] === 1, 'the schema is another'),
      ...expect((answer?.bytes ?? 0) <= MOST_GLANCE_BYTES, `it has ${answer?.bytes} bytes`),
    ],
  },
  {
    name: 'nothing again that the watch has',
    ask: [
      { path: `/v1/forecast/daily?${PARIS}` },
      { path: `/v1/forecast/daily?${PARIS}`, again: true },
    ],
    faults: ([, again]) => [
      ...expectStatus(again, 304),
      ...expect(again?.bytes === 0, `it has ${again?.bytes} bytes`),
    ],
  },
];

function isSameTemperature(celsius: unknown, fahrenheit: unknown): boolean {
  if (celsius === null && fahrenheit === null) return true;
  const difference = Math.abs(Number(celsius) - (Number(fahrenheit) - 32) / 1.8);
  return difference <= CELSIUS_OF_ROUNDED_FAHRENHEIT;
}
