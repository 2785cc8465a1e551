import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { addToVary } from '@app/http-caching/vary.js';
import { landingPage } from '../pages/landing-page.js';
import { PAGE_HEADERS } from './protect-pages.js';

const HTML = 'text/html';
const HEADERS = {
  ...PAGE_HEADERS,
  'content-type': `${HTML}; charset=utf-8`,
  // As the JSON: a cache that ignores `Vary` must not give one client the other's answer.
  'cache-control': 'no-store',
};

/**
 * Lets `/`, which is added later, answer a client that prefers HTML to JSON with a page of links. Any other client
 * gets the answer of the route.
 */
export function offerLandingPage(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url !== '/' || ![route.method].flat().includes('GET')) return;
    route.onRequest = [answerBrowsers, ...[route.onRequest ?? []].flat()];
  });
}

function answerBrowsers(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.header('vary', addToVary(reply.getHeader('vary'), 'Accept'));
  if (!prefersHtml(request.headers.accept)) return done();
  void reply.headers(HEADERS).send(landingPage());
}

/** A tie is JSON: also without `Accept`, or with any type. */
export function prefersHtml(accept: string | undefined): boolean {
  return new Negotiator({ headers: { accept } }).mediaType(['application/json', HTML]) === HTML;
}
