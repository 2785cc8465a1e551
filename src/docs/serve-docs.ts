import { LazyModuleLoader } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createOpenApiDocument } from '../openapi.js';
import { ContractTexts } from './contract-texts.js';
import type { DocsModule } from './docs.module.js';
import { offerLandingPage } from './offer-landing-page.js';
import { protectPages } from './protect-pages.js';
import { shareBytes } from './share-bytes.js';
import { SWAGGER_UI_OPTIONS } from './swagger-ui/swagger-ui.options.js';

/**
 * Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi.yaml`, and for browsers a page with links at `/`.
 * @param publicUrl the server that the document names; without it, the one that served it
 */
export function serveDocs(app: NestFastifyApplication, publicUrl?: string): void {
  const build = (): OpenAPIObject => createOpenApiDocument(app, publicUrl);
  const texts = textsOf(app, build);
  const http = app.getHttpAdapter();
  protectPages(http.getInstance());
  shareBytes(http.getInstance());
  offerLandingPage(http.getInstance());
  http.get('/openapi.json', async (_request: unknown, reply: FastifyReply) =>
    reply.type('application/json').send(await (await texts()).json()),
  );
  http.get('/openapi.yaml', async (_request: unknown, reply: FastifyReply) =>
    reply.type('text/yaml').send(await (await texts()).yaml()),
  );
  // Called on the first request; Nest keeps the page and its script.
  SwaggerModule.setup('docs', app, build, SWAGGER_UI_OPTIONS);
}

/** Loads the cache on the first call; Nest returns the loaded module afterwards. */
function textsOf(
  app: NestFastifyApplication,
  build: () => OpenAPIObject,
): () => Promise<ContractTexts> {
  const loader = app.get(LazyModuleLoader);
  return async () => {
    const { Cache } = await import('@nestjs/cache-manager');
    const docs = await loader.load(importModule, { logger: false });
    const cache = docs.get(Cache, { strict: false });
    return new ContractTexts(cache, build);
  };
}

async function importModule(): Promise<typeof DocsModule> {
  return (await import('./docs.module.js')).DocsModule;
}
