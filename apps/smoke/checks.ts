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

/** Checks that hold in every environment. */
export const CHECKS: readonly Check[] = [
  {
    name: 'the service name',
    requests: [{ path: '/', token: '' }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expect(response?.body['name'] === 'meteofrenchapi', 'unexpected service name'),
    ],
  },
  {
    name: 'visibility and precipitation in metres, and in miles and inches',
    requests: [{ path: `/prcpt?${PARIS}` }, { path: `/prcpt?${PARIS}&units=imperial` }],
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
    name: 'an integer UV index',
    requests: [{ path: `/uvidx?${PARIS}` }],
    faults: ([response]) => [
      ...expectStatus(response, 200),
      ...expectFields(response, ['uvidx']),
      ...expectRange(response, 'uvidx', 0, 20),
      ...expect(Number.isInteger(response?.body['uvidx'] ?? 0), 'uvidx is not an integer'),
    ],
  },
  ...V1_CHECKS,
  {
    name: '401 without a token',
    requests: [{ path: `/prcpt?${PARIS}`, token: '' }],
    faults: ([response]) => [
      ...expectProblem(response, 401, 'unauthenticated'),
      ...expectHeader(response, 'www-authenticate', /^Bearer/),
    ],
  },
  {
    name: '401 with a forged token',
    requests: [{ path: `/prcpt?${PARIS}`, token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }],
    faults: ([response]) => [
      ...expectProblem(response, 401, 'unauthenticated'),
      ...expectHeader(response, 'www-authenticate', /invalid_token/),
    ],
  },
  {
    name: '400 for an invalid position',
    requests: [{ path: '/prcpt?lt=91&lg=2' }],
    faults: ([response]) => expectProblem(response, 400, 'invalid-request'),
  },
  {
    name: 'no public metrics',
    requests: [{ path: '/metrics', token: '' }],
    faults: ([response]) => expect(response?.status !== 200, 'metrics are served'),
  },
];
