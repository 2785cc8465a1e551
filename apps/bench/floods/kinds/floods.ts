import { pipelining, slowConnections } from './connection-floods.js';
import type { Flood } from './flood.js';
import {
  badTokens,
  goodTokens,
  positionsOfManyUsers,
  positionsOfOneUser,
} from './request-floods.js';

/** In the order in which they are sent; the last request flood spends the budget. */
export const FLOODS: readonly Flood[] = [
  badTokens,
  goodTokens,
  positionsOfOneUser,
  positionsOfManyUsers,
  pipelining,
  slowConnections,
];
