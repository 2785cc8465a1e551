import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';

const HOUR_MS = 60 * 60 * 1000;

/** The cache of `ContractTexts`. Loaded on the first request for the documentation, not at start. */
@Module({ imports: [CacheModule.register({ ttl: HOUR_MS })] })
export class DocsModule {}
