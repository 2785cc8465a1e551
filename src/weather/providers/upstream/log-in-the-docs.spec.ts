import { readFileSync } from 'node:fs';
import type { LoggerService } from '@nestjs/common';
import { beforeAll, expect, it } from '@jest/globals';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import { writeBudget } from './budget-log.js';
import { FAILURE_POLICY } from './failure-policy.js';
import { PROVIDERS } from '../providers.js';
import { UpstreamLog } from './upstream-log.js';

const FAULTS = {
  unauthorized: true,
  forbidden: true,
  quota: true,
  'product-quota': true,
  'not-covered': true,
  'unknown-place': true,
  rejected: true,
  failing: true,
  malformed: true,
  timeout: true,
  network: true,
} as const satisfies Record<ProviderFault, true>;
const LEVELS = ['tight', 'last', 'spent'] as const;
const ENOUGH = 5;
/** Lines of other components: `src/log-lines-in-the-docs.spec.ts`. */
const OTHER_COMPONENTS =
  /^(Redis|maxmemory-policy|Traces|Error reports|Uncaught exception|The issuer|The clock)/;

/** The WARN and ERROR lines that the code writes. */
const written: string[] = [];
const write = (line: unknown): void => void written.push(String(line));
const logger: LoggerService = { log: () => undefined, warn: write, error: write };

beforeAll(async () => {
  for (const fault of Object.keys(FAULTS) as ProviderFault[]) {
    await fail(new ProviderError(fault, 'status 4xx'));
    await fail(new ProviderError(fault, 'status 4xx', 60_000));
  }
  for (const level of LEVELS) writeBudget(logger, { name: 'level', level });
  writeBudget(logger, { name: 'reserve-spent' });
});

/** Fails in one way for one place that often, and for that many places, so that all its cooldowns start. */
async function fail(fault: ProviderError): Promise<void> {
  const events = new GuardEvents();
  events.on(
    new UpstreamLog(
      logger,
      PROVIDERS.map(({ descriptor }) => descriptor),
    ).write,
  );
  const guard = new CallGuard({
    name: 'accwea',
    failurePolicy: FAILURE_POLICY,
    budget: new UnlimitedBudget(),
    basicOperations: new Set(),
    cooldownStore: undefined,
    clock: new FakeClock(),
    events,
    random: () => 0,
  });
  const call = { operation: 'daily', priority: 'refresh', credential: 'key' } as const;
  const attempt = (): Promise<never> => Promise.reject(fault);
  for (let times = 0; times < ENOUGH; times += 1) {
    await guard.run({ ...call, item: 'torn' }, attempt).catch(() => undefined);
  }
  for (let place = 0; place < ENOUGH; place += 1) {
    await guard.run({ ...call, item: `place ${place}` }, attempt).catch(() => undefined);
  }
  await guard.run({ ...call, operation: 'place', item: 'cell' }, attempt).catch(() => undefined);
}

/** The log lines quoted in the first column of a table of a page; `…` matches anything. */
function quoted(page: string, heading: string): RegExp[] {
  const text = readFileSync(new URL(`../../../../${page}`, import.meta.url), 'utf8');
  const table = text.split(`| ${heading} |`)[1]?.split('\n\n')[0] ?? '';
  const cells = table.split('\n').flatMap((row) => row.split('|')[1] ?? []);
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([^`]*)`/g)].map(([, phrase]) => phrase ?? ''))
    .filter((phrase) => !OTHER_COMPONENTS.test(phrase))
    .map((phrase) => new RegExp(phrase.split('…').map(escaped).join('.*')));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

it.each([
  ['docs/runbook.md', 'the log says'],
  ['docs/operating.md', 'it says'],
])('%s quotes only lines that the log can contain', (page, heading) => {
  const phrases = quoted(page, heading);

  expect(phrases.length).toBeGreaterThan(8);
  for (const phrase of phrases) expect(written).toContainEqual(expect.stringMatching(phrase));
});

it('docs/runbook.md covers every log line about a provider or the budget', () => {
  const phrases = quoted('docs/runbook.md', 'the log says');

  expect(written.filter((line) => !phrases.some((phrase) => phrase.test(line)))).toEqual([]);
});
