import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AuthModule } from '@app/auth/auth.module.js';
import { IssuerKeys } from '@app/auth/keys/issuer-keys.js';
import { HealthModule } from '@app/health/health.module.js';
import { PilotModule } from '@app/pilot/pilot.module.js';
import { ProblemCatalogue } from '@app/problem/problem-catalogue.js';
import { ProblemFilter } from '@app/problem/problem.filter.js';
import { QueryPipe } from '@app/query/query.pipe.js';
import { AppController } from './app.controller.js';
import type { Config } from './config/config.js';
import { problemCatalogue } from './problem-catalogue.js';
import { WeatherModule } from './weather/weather.module.js';

/** Where the rooms are joined. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    const auth = AuthModule.forRoot({
      issuer: config.oidcIssuer,
      audience: config.oidcAudience,
      scope: config.oidcScope,
    });
    const health = HealthModule.forRootAsync({
      imports: [auth],
      inject: [IssuerKeys],
      useFactory: (keys: IssuerKeys) => ({
        startConditions: [{ name: 'issuer-keys', isMet: () => keys.loaded }],
      }),
    });
    return {
      module: AppModule,
      imports: [
        auth,
        PilotModule.forRoot({ percent: config.pilotPercent }),
        health,
        WeatherModule.forRoot(config),
      ],
      controllers: [AppController],
      providers: [
        { provide: ProblemCatalogue, useValue: problemCatalogue },
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_PIPE, useClass: QueryPipe },
      ],
    };
  }
}
