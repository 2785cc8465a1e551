import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { Keyv } from 'keyv';

const HOUR_MS = 60 * 60 * 1000;

/** The cache of `ContractTexts`. Loaded on the first request for the documentation, not at start. */
@Module({ imports: [CacheModule.register({ ttl: HOUR_MS, stores: [memoryStore()] })] })
export class DocsModule {}

/** Keeps values as they are; by default, Keyv would parse its own copy of a document for each request. */
function memoryStore(): Keyv {
  const store = new Keyv();
  store.serialize = undefined;
  store.deserialize = undefined;
  return store;
}
