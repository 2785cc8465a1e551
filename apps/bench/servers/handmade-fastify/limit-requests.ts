import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';

const LIMIT = 1_000_000;
const WINDOW_MS = 60_000;
const MAX_USERS = 100_000;
const POLICY = `"requests";q=${LIMIT};w=${WINDOW_MS / 1000}`;

const counts = new LRUCache<string, { used: number; readonly endsAtMs: number }>({
  max: MAX_USERS,
});

/** Counts the request of a user, and states limit and rest. @returns false when the limit is exceeded */
export function limitRequests(reply: FastifyReply, subject: string): boolean {
  const nowMs = Date.now();
  let count = counts.get(subject);
  if (!count || count.endsAtMs <= nowMs) {
    count = { used: 0, endsAtMs: nowMs + WINDOW_MS };
    counts.set(subject, count);
  }
  count.used += 1;
  const rest = Math.max(0, LIMIT - count.used);
  const seconds = Math.ceil((count.endsAtMs - nowMs) / 1000);
  reply.header('ratelimit-policy', POLICY);
  reply.header('ratelimit', `"requests";r=${rest};t=${seconds}`);
  return count.used <= LIMIT;
}
