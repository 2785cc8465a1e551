import { randomBytes } from 'node:crypto';
import type { WatchRequest } from '../../load/load.js';
import type { Flood, FloodTarget } from './flood.js';
import { sendRequests } from './send-requests.js';

const SIGNATURE_BYTES = 256;
/** The pod slows a connection down after five tokens that do not verify, so a sender replaces it. */
const BAD_TOKENS_PER_CONNECTION = 5;

/** Distinct tokens whose signature does not verify. */
export const badTokens: Flood = {
  name: 'distinct bad tokens',
  amount: 50_000,
  send: (target, amount) =>
    sendRequests(target.url, forged(target, amount), BAD_TOKENS_PER_CONNECTION),
};

/** Distinct tokens that verify, each once, at a place in memory. */
export const goodTokens: Flood = {
  name: 'distinct good tokens',
  amount: 50_000,
  send: ({ url, tokens, warmPath }, amount) =>
    sendRequests(
      url,
      generate(amount, (index) => requestOf(warmPath, tokenAt(tokens, index))),
    ),
};

/** Positions of one user, who soon has caused as many upstream calls as a user may. */
export const positionsOfOneUser: Flood = {
  name: 'random positions of one user',
  amount: 100_000,
  send: ({ url, tokens }, amount) =>
    sendRequests(
      url,
      generate(amount, () => requestOf(randomPosition(), tokenAt(tokens, 0))),
    ),
};

/** Positions of many users, who soon have spent the budget. */
export const positionsOfManyUsers: Flood = {
  name: 'random positions of many users',
  amount: 100_000,
  send: ({ url, tokens }, amount) =>
    sendRequests(
      url,
      generate(amount, (index) => requestOf(randomPosition(), tokenAt(tokens, index))),
    ),
};

function* generate(
  amount: number,
  create: (index: number) => WatchRequest,
): Generator<WatchRequest, undefined> {
  for (let index = 0; index < amount; index += 1) yield create(index);
  return undefined;
}

/** The claims of real tokens, so that only the signature tells. */
const forged = ({ tokens, warmPath }: FloodTarget, amount: number): Iterable<WatchRequest> =>
  generate(amount, (index) => {
    const signed = tokenAt(tokens, index).split('.').slice(0, 2).join('.');
    return requestOf(warmPath, `${signed}.${randomBytes(SIGNATURE_BYTES).toString('base64url')}`);
  });

const requestOf = (path: string, token: string): WatchRequest => ({
  path,
  authorization: `Bearer ${token}`,
});

const tokenAt = (tokens: readonly string[], index: number): string =>
  tokens[index % tokens.length] ?? '';

/** Uniformly distributed over the sphere. */
function randomPosition(): string {
  const latitude = (Math.asin(2 * Math.random() - 1) * 180) / Math.PI;
  const longitude = 360 * Math.random() - 180;
  return `/prcpt?lt=${latitude.toFixed(4)}&lg=${longitude.toFixed(4)}`;
}
