import type { Cache } from '@nestjs/cache-manager';
import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The public contract as text. Each form is built when it is first asked for, once for simultaneous requests,
 * and again after the cache's time to live.
 */
export class ContractTexts {
  constructor(
    private readonly cache: Pick<Cache, 'wrap'>,
    private readonly build: () => OpenAPIObject,
  ) {}

  json(): Promise<string> {
    return this.cache.wrap('openapi.json', async () => JSON.stringify(this.build()));
  }

  yaml(): Promise<string> {
    return this.cache.wrap('openapi.yaml', async () => {
      const { yamlOf } = await import('./yaml-of.js');
      return yamlOf(this.build());
    });
  }
}
