import { LazyModuleLoader } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { contractOutline, createOpenApiDocument } from '../openapi.js';
import { ContractTexts } from './contract-texts.js';
import type { DocsModule } from './docs.module.js';

/** Swagger UI at `/docs`, the document at `/openapi.json` and `/openapi.yaml`. */
export function serveDocs(app: NestFastifyApplication): void {
  const texts = textsOf(app);
  const http = app.getHttpAdapter();
  http.get('/openapi.json', async (_request: unknown, reply: FastifyReply) =>
    reply.type('application/json').send(await (await texts()).json()),
  );
  http.get('/openapi.yaml', async (_request: unknown, reply: FastifyReply) =>
    reply.type('text/yaml').send(await (await texts()).yaml()),
  );
  SwaggerModule.setup('docs', app, contractOutline, {
    raw: false,
    patchDocumentOnRequest: async () => JSON.parse(await (await texts()).json()) as OpenAPIObject,
    customSiteTitle: 'Meteo French API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true },
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
