import { HttpModule } from '@nestjs/axios';
import { CacheModule } from '@nestjs/cache-manager';
import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { given } from '../shared/environment.js';
import { IssuerOptions, JwtStrategy } from './jwt.strategy.js';
import { WeatherController } from './weather.controller.js';
import { WeatherService } from './weather.service.js';

@Module({})
export class AppModule {
  static forRoot(issuer: IssuerOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PassportModule,
        CacheModule.register({ ttl: 4 * 60 * 60_000 }),
        HttpModule.register({
          baseURL: given('UPSTREAM_URL'),
          headers: { authorization: `Bearer ${given('UPSTREAM_KEY')}` },
        }),
      ],
      controllers: [WeatherController],
      providers: [{ provide: IssuerOptions, useValue: issuer }, JwtStrategy, WeatherService],
    };
  }
}
