import type { Answer, Check } from './smoke.js';

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

function expect(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault];
}

function expectStatus(answer: Answer | undefined, status: number): string[] {
  return expect(answer?.status === status, `${answer?.status} instead of ${status}`);
}

function expectHeader(answer: Answer | undefined, name: string, pattern: RegExp): string[] {
  const value = answer?.headers.get(name) ?? '';
  return expect(pattern.test(value), `${name} is ${JSON.stringify(value)}`);
}

function expectProblem(answer: Answer | undefined, status: number, type: string): string[] {
  return [
    ...expectStatus(answer, status),
    ...expectHeader(answer, 'content-type', /^application\/problem\+json/),
    ...expectHeader(answer, 'x-request-id', /./),
    ...expect(answer?.body['type'] === `/problems/${type}`, 'the problem is another'),
  ];
}

function expectFields(answer: Answer | undefined, fields: readonly string[]): string[] {
  const given = Object.keys(answer?.body ?? {}).toSorted();
  return expect(given.join() === fields.join(), `the fields are ${given.join(', ')}`);
}

/** Null is right, too: the provider did not tell. */
function expectRange(
  answer: Answer | undefined,
  field: string,
  least: number,
  most: number,
): string[] {
  const value = answer?.body[field];
  const isRight = value === null || (typeof value === 'number' && value >= least && value <= most);
  return expect(isRight, `${field} is ${JSON.stringify(value)}`);
}

/** Both say the same but for the rounding of the imperial one. */
function expectSame(
  metric: Answer | undefined,
  imperial: Answer | undefined,
  field: string,
  meters: number,
  step: number,
): string[] {
  const [inMeters, converted] = [metric?.body[field], imperial?.body[field]];
  if (inMeters === null && converted === null) return [];
  const difference = Math.abs(Number(inMeters) / meters - Number(converted));
  return expect(difference <= step, `${field} differs between the units`);
}
