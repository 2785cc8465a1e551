import type { LogForm } from '@app/observability/create-logger.js';
import type { Config } from './config.js';

/** People read the log of a process that they started themselves; machines read all others. */
export function logFormOf({ env }: Pick<Config, 'env'>): LogForm {
  return env === 'dev' ? 'text' : 'ecs';
}
