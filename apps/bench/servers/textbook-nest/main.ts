// (c) A server as the documentation of Nest teaches it; no log, no metrics.
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { given } from '../shared/environment.js';
import { fetchIssuerKey } from '../shared/issuer-key.js';
import { AppModule } from './app.module.js';

const issuer = given('ISSUER');
const app = await NestFactory.create(
  AppModule.forRoot({ issuer, publicKey: await fetchIssuerKey(issuer) }),
  { logger: ['error', 'warn'] },
);
app.useGlobalPipes(new ValidationPipe({ transform: true }));
await app.listen(0, '127.0.0.1');
console.log(`listening on ${await app.getUrl()}`);
