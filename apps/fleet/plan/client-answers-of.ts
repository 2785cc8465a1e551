import { parseWindows } from '../../../src/config/windows.js';
import { FreshnessPolicy } from '../../../src/weather/cache/freshness-policy.js';
import type { DatasetName } from '../../../src/weather/datasets/registry.js';
import { ClientAnswers } from '../trace/client/client-answers.js';
import { expiresInMsOf } from './city-cache.js';
import type { PlanJob } from './plan-job.js';

/** The answers by which watches with our client ask; undefined when they ask otherwise. */
export function clientAnswersOf({ polling, variants }: PlanJob): ClientAnswers | undefined {
  if (polling.kind !== 'client') return undefined;
  const policy = new FreshnessPolicy(parseWindows(variants[0]?.windows ?? ''));
  const of = (name: DatasetName) => policy.windowOf(name, expiresInMsOf(name));
  return new ClientAnswers({
    conditions: of('conditions'),
    hourly: of('hourly'),
    daily: of('daily'),
    alerts: of('alerts'),
  });
}
