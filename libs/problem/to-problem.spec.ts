import { HttpException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { CodedError } from './coded.error.js';
import { InvalidRequestError } from './invalid-request.error.js';
import type { ProblemCatalogue } from './problem-catalogue.js';
import { toProblem, type ProblemAnswer } from './to-problem.js';

const KINDS = new Map([
  ['invalid-request', { status: 400, title: 'Invalid request' }],
  ['not-found', { status: 404, title: 'Not found' }],
  ['internal-error', { status: 500, title: 'Internal error' }],
  ['tea-time', { status: 503, title: 'Tea time' }],
  ['crowded', { status: 429, title: 'Crowded' }],
]);
const catalogue: ProblemCatalogue = { find: (code) => KINDS.get(code) };

class TeaTimeError extends CodedError {
  readonly code = 'tea-time';
  override readonly retryAfterSeconds = 300;
  override readonly challenge = 'Kettle';
}

class CrowdedError extends CodedError {
  readonly code = 'crowded';
  override readonly retryAfterSeconds = 31;
  override readonly rateLimit = { policy: '"cups";q=2;w=60', limit: '"cups";r=0;t=31' };
}

class UnheardOfError extends CodedError {
  readonly code = 'unheard-of';
}

const problemOf = (error: unknown): ProblemAnswer =>
  toProblem(error, { instance: '/here', traceId: 'trace-1' }, catalogue);

describe('an unexpected error', () => {
  it.each([
    new Error('password=hunter2'),
    new TypeError('password=hunter2'),
    Object.assign(new Error('password=hunter2'), { statusCode: 503 }),
    Object.assign(new Error('password=hunter2'), { statusCode: 200 }),
    Object.assign(new Error('password=hunter2'), { statusCode: '404' }),
    'password=hunter2',
    { message: 'password=hunter2' },
    null,
    undefined,
    42,
  ])('is a 500 that reveals nothing: %p', (error) => {
    expect(problemOf(error)).toEqual({
      body: {
        type: '/problems/internal-error',
        title: 'Internal error',
        status: 500,
        detail: 'Something went wrong on our side.',
        instance: '/here',
        traceId: 'trace-1',
      },
      code: 'internal-error',
      headers: {},
      unexpected: true,
    });
  });

  it('shows neither stack nor cause', () => {
    const error = new Error('outer', { cause: new Error('password=hunter2') });

    expect(JSON.stringify(problemOf(error))).not.toMatch(/hunter2|outer|\.ts/);
  });
});

describe("Nest's and Fastify's own errors", () => {
  it('become not-found without the path in the detail', () => {
    expect(problemOf(new NotFoundException('Cannot GET /secret'))).toMatchObject({
      body: {
        type: '/problems/not-found',
        status: 404,
        detail: 'There is nothing at this path.',
      },
      unexpected: false,
    });
  });

  it('become invalid-request when Fastify cannot read a request', () => {
    const error = Object.assign(new Error("'/%zz' is not a valid url"), { statusCode: 400 });

    expect(problemOf(error)).toMatchObject({
      body: { type: '/problems/invalid-request', detail: 'The request cannot be read.' },
      unexpected: false,
    });
  });

  it.each([
    [415, 'Unsupported Media Type'],
    [418, "I'm a Teapot"],
    [499, 'Error'],
  ])('keep status %d with type about:blank', (statusCode, title) => {
    const error = Object.assign(new Error('x'), { statusCode });

    expect(problemOf(error).body).toMatchObject({
      type: 'about:blank',
      title,
      status: statusCode,
      detail: 'The request cannot be answered.',
    });
  });

  it('keep a 503 of Nest without its message', () => {
    const { body } = problemOf(new ServiceUnavailableException('redis://:hunter2@host'));

    expect(body).toMatchObject({ type: 'about:blank', status: 503 });
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it('are unexpected when Nest says 500', () => {
    expect(problemOf(new HttpException('x', 500))).toMatchObject({
      body: { type: '/problems/internal-error', status: 500 },
      unexpected: true,
    });
  });
});

describe('an error with a code', () => {
  it('has its message and headers, with status and title of the catalogue', () => {
    expect(problemOf(new TeaTimeError('The kettle is on.'))).toEqual({
      body: {
        type: '/problems/tea-time',
        title: 'Tea time',
        status: 503,
        detail: 'The kettle is on.',
        instance: '/here',
        traceId: 'trace-1',
      },
      code: 'tea-time',
      headers: { 'retry-after': '300', 'www-authenticate': 'Kettle' },
      unexpected: false,
    });
  });

  it('has the rate limit headers and Retry-After', () => {
    expect(problemOf(new CrowdedError('Two cups a minute.'))).toMatchObject({
      body: { type: '/problems/crowded', status: 429 },
      headers: {
        'retry-after': '31',
        'ratelimit-policy': '"cups";q=2;w=60',
        ratelimit: '"cups";r=0;t=31',
      },
    });
  });

  it('lists its faults', () => {
    const faults = [{ parameter: 'lt', detail: 'lt is missing' }];

    expect(problemOf(new InvalidRequestError(faults)).body.errors).toEqual(faults);
  });

  it('has no empty list when it has no faults', () => {
    expect(problemOf(new InvalidRequestError([])).body).not.toHaveProperty('errors');
  });

  it('is unexpected when the catalogue does not know the code', () => {
    expect(problemOf(new UnheardOfError('x'))).toMatchObject({
      body: { type: 'about:blank', status: 500 },
      unexpected: true,
    });
  });
});
