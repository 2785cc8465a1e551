import {
  expect,
  expectFields,
  expectHeader,
  expectProblem,
  expectRange,
  expectSame,
  expectStatus,
} from './expectations.js';
import type { Check } from './check.js';
import { V1_CHECKS } from './v1-checks.js';

const PARIS = 'lt=48.8705&lg=2.3049';
const METERS_PER_MILE = 1609.344;
const METERS_PER_INCH = 0.0254;

/** What must be so wherever the API runs. */
export const CHECKS: readonly Check[] = [
  {
    name: 'it says who it is',
    ask: [{ path: '/', token: '' }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expect(answer?.body['name'] === 'meteofrenchapi', 'the name is another'),
    ],
  },
  {
    name: 'visibility and precipitation, in metres and in miles and inches',
    ask: [{ path: `/prcpt?${PARIS}` }, { path: `/prcpt?${PARIS}&units=imperial` }],
    faults: ([metric, imperial]) => [
      ...expectStatus(metric, 200),
      ...expectStatus(imperial, 200),
      ...expectFields(metric, ['prcpt', 'vis']),
      ...expectRange(metric, 'vis', 0, 200_000),
      ...expectRange(metric, 'prcpt', 0, 1),
      ...expectSame(metric, imperial, 'vis', METERS_PER_MILE, 0.1),
      ...expectSame(metric, imperial, 'prcpt', METERS_PER_INCH, 0.01),
    ],
  },
  {
    name: 'the UV index, a whole number',
    ask: [{ path: `/uvidx?${PARIS}` }],
    faults: ([answer]) => [
      ...expectStatus(answer, 200),
      ...expectFields(answer, ['uvidx']),
      ...expectRange(answer, 'uvidx', 0, 20),
      ...expect(Number.isInteger(answer?.body['uvidx'] ?? 0), 'uvidx is no whole number'),
    ],
  },
  ...V1_CHECKS,
  {
    name: 'nobody without a token',
    ask: [{ path: `/prcpt?${PARIS}`, token: '' }],
    faults: ([answer]) => [
      ...expectProblem(answer, 401, 'unauthenticated'),
      ...expectHeader(answer, 'www-authenticate', /^Bearer/),
    ],
  },
  {
    name: 'nobody with a forged token',
    ask: [{ path: `/prcpt?${PARIS}`, token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }],
    faults: ([answer]) => [
      ...expectProblem(answer, 401, 'unauthenticated'),
      ...expectHeader(answer, 'www-authenticate', /invalid_token/),
    ],
  },
  {
    name: 'no position off the globe',
    ask: [{ path: '/prcpt?lt=91&lg=2' }],
    faults: ([answer]) => expectProblem(answer, 400, 'invalid-request'),
  },
  {
    name: 'metrics are not for everybody',
    ask: [{ path: '/metrics', token: '' }],
    faults: ([answer]) => expect(answer?.status !== 200, 'they are served'),
  },
];
