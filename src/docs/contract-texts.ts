import type { Cache } from '@nestjs/cache-manager';
import type { OpenAPIObject } from '@nestjs/swagger';

/**
 * The public contract as text in UTF-8. Each form is built when it is first asked for, once for simultaneous requests,
 * and again after the cache's time to live. All answers send the same bytes: a text would be encoded for each of them.
 */
export class ContractTexts {
  constructor(
    private readonly cache: Pick<Cache, 'wrap'>,
    private readonly build: () => OpenAPIObject,
  ) {}

  json(): Promise<Buffer> {
    return this.cache.wrap('openapi.json', async () => Buffer.from(JSON.stringify(this.build())));
  }

  yaml(): Promise<Buffer> {
    return this.cache.wrap('openapi.yaml', async () => {
      const { yamlOf } = await import('./yaml-of.js');
      return Buffer.from(yamlOf(this.build()));
    });
  }
}
