import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conditions } from '../shared/fetch-weather.js';
import type { Found } from '../shared/weather-source.js';

const FRESH_FOR_MS = 4 * 60 * 60_000;
const STALE_IF_ERROR_SECONDS = 6 * 60 * 60;
const MAX_JITTER_SECONDS = 300;
const LINK = '<https://www.accuweather.com/>; rel="via"; title="AccuWeather"';

interface Constants {
  readonly etag: string;
  readonly lastModified: string;
}

/** Header fields that stay the same as long as the record. */
const known = new WeakMap<Conditions, Constants>();

/**
 * Sets the same header fields as the product.
 * @returns whether the client has this weather already
 */
export function setFreshness(request: FastifyRequest, reply: FastifyReply, found: Found): boolean {
  const { cell, conditions, fromMemory } = found;
  const { etag, lastModified } = known.get(conditions) ?? constantsOf(conditions);
  const { latitude, longitude } = cell.centre;
  const restMs = conditions.fetchedAtMs + FRESH_FOR_MS - Date.now();
  const restSeconds = Math.max(1, Math.floor(restMs / 1000));
  const maxAge = restSeconds + (hashOf(request.subject) % MAX_JITTER_SECONDS);
  reply.headers({
    link: LINK,
    'cache-control': `private, max-age=${maxAge}, stale-if-error=${STALE_IF_ERROR_SECONDS}`,
    'cache-status': fromMemory ? `mfapi; hit; ttl=${restSeconds}` : 'mfapi; fwd=miss; stored',
    'content-location': `/prcpt?lt=${latitude.toFixed(5)}&lg=${longitude.toFixed(5)}`,
    etag,
    vary: 'Accept, Accept-Language',
    'last-modified': lastModified,
  });
  return request.headers['if-none-match'] === etag;
}

function constantsOf(conditions: Conditions): Constants {
  const { visibilityMeters, precipitationMeters, observedAtMs } = conditions;
  const content = JSON.stringify([visibilityMeters, precipitationMeters]);
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  const lastModified = new Date(observedAtMs).toUTCString();
  const constants = { etag: `W/"${digest}"`, lastModified };
  known.set(conditions, constants);
  return constants;
}

/** FNV-1a; spreads the clients. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
