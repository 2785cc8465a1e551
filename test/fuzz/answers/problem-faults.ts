import { STATUS_CODES } from 'node:http';
import { problemCatalogue } from '../../../src/problem-catalogue.js';
import type { Contract } from '../contract.js';
import type { ExpectedAnswer } from './expected-answer.js';
import type { Answer } from './watch-connection.js';

type Problem = Readonly<Record<string, unknown>> & {
  readonly errors?: readonly { readonly parameter: string }[];
};

const MEDIA_TYPE = 'application/problem+json; charset=utf-8';
const CODE = /^\/problems\/([a-z-]+)$/;

/** What is wrong with a problem: its schema, its type, or the parameters that it names. */
export function problemFaults(
  { status, headers, body }: Answer,
  { faults: expected = [] }: ExpectedAnswer,
  contract: Contract,
): readonly string[] {
  const mediaType = headers['content-type'];
  if (mediaType !== MEDIA_TYPE) return [`${mediaType} instead of a problem`];
  const problem = JSON.parse(body.toString()) as Problem;
  const faults = [...contract.problemFaults(problem)];
  if (!isInCatalogue(problem, status)) {
    faults.push(`${status} as ${String(problem['type'])}, ${String(problem['title'])}`);
  }
  if (problem['status'] !== status) faults.push(`status ${String(problem['status'])} in the body`);
  if (problem['traceId'] !== headers['x-request-id']) faults.push('traceId is not X-Request-Id');
  const named = (problem.errors ?? []).map(({ parameter }) => parameter).toSorted();
  if (named.join() !== expected.toSorted().join()) {
    faults.push(`errors of [${named.join()}] instead of [${expected.join()}]`);
  }
  return faults;
}

/** Or of a status that HTTP alone explains, such as 431. */
function isInCatalogue({ type, title }: Problem, status: number): boolean {
  if (type === 'about:blank') return title === STATUS_CODES[status];
  const kind = problemCatalogue.find(CODE.exec(String(type))?.[1] ?? '');
  return kind?.status === status && kind.title === title;
}
