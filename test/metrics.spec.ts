import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { itWithPromtool } from './support/tools/promtool.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { Scrape } from './support/scrape.js';
import { World } from './support/world.js';

/** Of the runbook; it is not a metric. */
const SHELL_FUNCTION = 'mfapi_logs';
const PARIS = '/prcpt?lt=48.8705&lg=2.3049';

async function scrapeOf(api: ApiProcess): Promise<Scrape> {
  return Scrape.of(await (await fetch(api.metricsUrl)).text());
}

function sumsByClient(scrape: Scrape, name: string): unknown {
  return ['watch', 'smoke'].map((client) => scrape.sum(name, { client }));
}

describeWithRedis('the metrics of two processes', () => {
  let redis: RedisServer;
  let world: World;
  let first: Scrape;
  let second: Scrape;

  beforeAll(async () => {
    redis = await RedisServer.start(['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru']);
    const environment = {
      REDIS_URL: redis.url,
      ACCWEA_DAILY_BUDGET: '1000',
      PROBE_CLIENTS: 'watch-smoke',
    };
    world = await World.start({ apis: 2, environment });
    const [one, two] = world.apis as [ApiProcess, ApiProcess];
    await world.get(PARIS, one);
    await world.get(PARIS, one);
    await world.get(PARIS, two);
    await world.get('/v1/glance?lt=35.68&lg=139.69', two);
    await world.get('/prcpt?lt=1000&lg=2.3049', one);
    for (const path of ['/48.8705/2.3049', '/wp-login.php', '/.env']) await world.get(path, one);
    await fetch(`${one.url}/.env`, { method: 'PROPFIND' });
    const authorization = `Bearer ${await world.tokenOf('watch-smoke')}`;
    await world.get('/uvidx?lt=1000&lg=2', two, { authorization });
    // A response is sent before it is counted.
    await eventually(async () => {
      first = await scrapeOf(one);
      return first.sum('mfapi_http_requests_total', { route: '(unmatched)' }) === 4;
    });
    second = await scrapeOf(two);
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await (redis as RedisServer | undefined)?.stop();
  });

  it('count and time requests by route, method and status', () => {
    const answered = { route: '/prcpt', method: 'GET', status: '200' };

    expect(first.sum('mfapi_http_requests_total', answered)).toBe(2);
    expect(first.sum('mfapi_http_request_duration_seconds_count', answered)).toBe(2);
    expect(first.sum('mfapi_http_requests_total', { ...answered, status: '400' })).toBe(1);
  });

  it('count a provider call on the process that made it, and cache hits on both', () => {
    const conditions = { provider: 'accwea', dataset: 'conditions' };

    expect(first.sum('mfapi_upstream_calls_total', { ...conditions, outcome: 'ok' })).toBe(1);
    expect(first.sum('mfapi_upstream_call_duration_seconds_count', conditions)).toBe(1);
    expect(first.sum('mfapi_cache_results_total', { ...conditions, result: 'miss' })).toBe(1);
    expect(first.sum('mfapi_cache_results_total', { ...conditions, result: 'hit' })).toBe(1);
    expect(second.sum('mfapi_cache_results_total', { ...conditions, result: 'hit' })).toBe(1);
    expect(second.sum('mfapi_cache_served_age_seconds_count', conditions)).toBe(2);
  });

  it('count requests by country and contain no position', () => {
    expect(first.sum('mfapi_requests_by_country_total', { country: 'FR' })).toBe(2);
    expect(first.sum('mfapi_requests_by_country_total', { country: 'none' })).toBe(1);
    expect(second.sum('mfapi_requests_by_country_total', { country: 'JP' })).toBe(1);
    expect(first.text).not.toMatch(/48\.8|2\.30/);
  });

  it('show the state of budget, breakers, cooldowns, Redis, token cache, pilot and build', () => {
    const states = [first, second].map((scrape) => ({
      limit: scrape.sum('mfapi_budget_limit_calls', { window: 'day' }),
      closed: scrape.sum('mfapi_upstream_breaker_state', { dataset: 'place', state: 'closed' }),
      paused: scrape.sum('mfapi_upstream_pauses'),
      redis: scrape.sum('mfapi_redis_up'),
      tokens: scrape.sum('mfapi_tokens_remembered'),
      turnedAway: scrape.sum('mfapi_pilot_requests_total', { result: 'turned-away' }),
      build: scrape.sum('mfapi_build_info', { node: process.version }),
    }));

    const healthy = {
      limit: 1000,
      closed: 1,
      paused: 0,
      redis: 1,
      tokens: 1,
      turnedAway: 0,
      build: 1,
    };
    expect(states).toEqual([healthy, { ...healthy, tokens: 2 }]);
    expect(first.sum('mfapi_l1_entries', { dataset: 'conditions' })).toBe(1);
    expect(first.sum('mfapi_pilot_requests_total', { result: 'let-in' })).toBe(3);
    expect(first.sum('process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  it('count the requests of the smoke test apart from those of watches', () => {
    expect(sumsByClient(second, 'mfapi_http_requests_total')).toEqual([3, 1]);
    expect(sumsByClient(second, 'mfapi_http_request_duration_seconds_count')).toEqual([3, 1]);
    expect(sumsByClient(second, 'mfapi_pilot_requests_total')).toEqual([2, 1]);
  });

  it('report the memory of Redis and whether it may evict the budget', () => {
    const values = ['memory_used_bytes', 'memory_limit_bytes', 'may_evict_budget'].map((name) =>
      first.sum(`mfapi_redis_${name}`),
    );

    expect(values).toEqual([expect.any(Number), 64 * 2 ** 20, 1]);
    expect(values[0]).toBeGreaterThan(0);
    const warnings = world.api.lines.filter(({ message = '' }) => message.includes('allkeys-lru'));
    expect(warnings.map((line) => line['log.level'])).toEqual(['warn']);
  });

  it('say when the keys of the issuer were read', () => {
    const readAt = first.sum('mfapi_issuer_keys_refreshed_timestamp_seconds');

    expect(Date.now() / 1_000 - readAt).toBeLessThan(120);
  });

  it('use one route label for unknown paths and one method label for unusual methods', () => {
    const labels = first.labelValues('mfapi_http_requests_total');

    expect(labels.get('route')).toEqual(new Set(['/prcpt', '/health/ready', '(unmatched)']));
    expect(labels.get('method')).toEqual(new Set(['GET', 'other']));
  });

  it('include every metric that alert rules and runbook query', () => {
    const rules = ['mfapi', 'slo', 'infrastructure'].map(
      (name) => `helm/mfapi/alerts/${name}.yaml`,
    );
    const texts = [...rules, 'docs/runbook.md', 'docs/operating.md', 'docs/slo.md'].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const queried = texts.join('\n').match(/\b(mfapi|process)_[a-z0-9_]+/g) ?? [];
    const shown = new Set([...first.names, ...second.names, SHELL_FUNCTION]);

    expect(queried.length).toBeGreaterThan(50);
    expect(queried.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('are served on /metrics of their own port only', async () => {
    const { metricsUrl, url } = world.api;

    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(metricsUrl)).headers.get('content-type')).toMatch(/^text\/plain; version=/);
  });

  itWithPromtool('pass promtool check metrics', () => {
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: first.text });

    expect(checked.stderr.toString() + checked.stdout.toString()).toBe('');
    expect(checked.status).toBe(0);
  });
});
