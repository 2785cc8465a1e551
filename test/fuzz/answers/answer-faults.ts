import { decode } from 'cborg';
import type { Contract } from '../contract.js';
import type { FuzzRequest } from '../requests/fuzz-request.js';
import type { ExpectedAnswer } from './expected-answer.js';
import { problemFaults } from './problem-faults.js';
import type { Answer } from './watch-connection.js';

/** 204: OPTIONS. */
const WITHOUT_BODY = [204, 304];
/** The page that `/` shows to browsers: outside the contract, as every page for people is. */
const LANDING_PAGE = { path: '/', type: 'text/html' } as const;
const REQUEST_ID = /^[\da-f-]{32,36}$/i;

/** What is wrong with an answer, one sentence each. */
export function answerFaults(
  { method, target }: FuzzRequest,
  answer: Answer,
  expected: ExpectedAnswer,
  contract: Contract,
): string[] {
  const { status, headers, body } = answer;
  const faults: string[] = [];
  if (!expected.statuses.includes(status)) {
    faults.push(`${status} instead of ${expected.statuses.join(' or ')} (${expected.kind})`);
  }
  if (!REQUEST_ID.test(String(headers['x-request-id']))) faults.push('no X-Request-Id');
  if (method === 'HEAD' || WITHOUT_BODY.includes(status)) {
    if (body.length > 0) faults.push(`${body.length} bytes with ${method} and ${status}`);
  } else if (status >= 400) faults.push(...problemFaults(answer, expected, contract));
  else if (isLandingPage(target, headers)) return faults;
  else faults.push(...contentFaults(answer, expected, contract));
  return faults;
}

function isLandingPage(target: string, headers: Answer['headers']): boolean {
  const [path] = target.split('?');
  return (
    path === LANDING_PAGE.path && String(headers['content-type']).startsWith(LANDING_PAGE.type)
  );
}

function contentFaults(
  { status, headers, body }: Answer,
  { operation }: ExpectedAnswer,
  contract: Contract,
): readonly string[] {
  const [type = ''] = String(headers['content-type']).split(';');
  if (!operation) return [`${type} for a request that is not valid`];
  const content: unknown = type.endsWith('cbor') ? decode(body) : JSON.parse(body.toString());
  return contract.bodyFaults(operation, status, type, content);
}
