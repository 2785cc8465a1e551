import type { LogForm } from '@app/observability/create-logger.js';
import type { Config } from './config.js';

/** Text in development, where a person reads the log; ECS JSON everywhere else. */
export function logFormOf({ env }: Pick<Config, 'env'>): LogForm {
  return env === 'dev' ? 'text' : 'ecs';
}
