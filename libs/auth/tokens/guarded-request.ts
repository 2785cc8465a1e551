import type { FastifyRequest } from 'fastify';
import type { Principal } from '../principal.js';
import type { BearerToken } from './bearer-token.js';
import type { TokenHeader } from './token-header.js';

/** A request with what the guard knows of its sender. */
export interface GuardedRequest extends FastifyRequest {
  /** Its token, not verified yet: read by the guard, for the strategy. */
  unverified?: { readonly token: BearerToken; readonly header: TokenHeader };
  user?: Principal;
}
