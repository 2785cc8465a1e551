import { LazyModuleLoader } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createOpenApiDocument } from '../openapi.js';
import { ContractTexts } from './contract-texts.js';
import type { DocsModule } from './docs.module.js';
import { protectPages } from './protect-pages.js';
import { shareBytes } from './share-bytes.js';

/**
 * Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi.yaml`. The page forgets its token when it is
 * reloaded (`persistAuthorization` is off), because local storage outlives the person who signed in.
 */
export function serveDocs(app: NestFastifyApplication): void {
  const texts = textsOf(app);
  const http = app.getHttpAdapter();
  protectPages(http.getInstance());
  shareBytes(http.getInstance());
  http.get('/openapi.json', async (_request: unknown, reply: FastifyReply) =>
    reply.type('application/json').send(await (await texts()).json()),
  );
  http.get('/openapi.yaml', async (_request: unknown, reply: FastifyReply) =>
    reply.type('text/yaml').send(await (await texts()).yaml()),
  );
  // Called on the first request; Nest keeps the page and its script.
  SwaggerModule.setup('docs', app, () => createOpenApiDocument(app), {
    raw: false,
    customSiteTitle: 'Meteo French API',
    swaggerOptions: { displayRequestDuration: true },
  });
}

/** Loads the cache on the first call; Nest returns the loaded module afterwards. */
function textsOf(app: NestFastifyApplication): () => Promise<ContractTexts> {
  const loader = app.get(LazyModuleLoader);
  return async () => {
    const { Cache } = await import('@nestjs/cache-manager');
    const docs = await loader.load(importModule, { logger: false });
    const cache = docs.get(Cache, { strict: false });
    return new ContractTexts(cache, () => createOpenApiDocument(app));
  };
}

async function importModule(): Promise<typeof DocsModule> {
  return (await import('./docs.module.js')).DocsModule;
}
