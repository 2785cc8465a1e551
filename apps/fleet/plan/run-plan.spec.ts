import { describe, expect, it } from '@jest/globals';
import { planDocument, type PlanDocument } from '../report/plan-document.js';
import { planText } from '../report/text/plan-text.js';
import { optionsOf, quietly, THREE_PLACES } from '../testing/small-worlds.js';
import { runPlan } from './run-plan.js';

async function planOf(...args: readonly string[]): Promise<PlanDocument> {
  const options = optionsOf(...args);
  return planDocument(args, options, await runPlan(THREE_PLACES, options, quietly));
}

const rowOf = ({ rows }: PlanDocument, name: string) => rows.find((row) => row.name === name);

describe('a plan', () => {
  it('gives the same figures for the same seed, and others for another', async () => {
    const args = ['--watches=300', '--sweep=all'];
    const first = await planOf(...args, '--seed=5');
    expect(await planOf(...args, '--seed=5')).toEqual(first);
    const other = await planOf(...args, '--seed=6');
    expect(other.upstreamCalls).not.toBe(first.upstreamCalls);
  });

  it('counts every request of every watch', async () => {
    const { load, reference, baselines } = await planOf(
      '--watches=300',
      '--mix=conditions=1',
      '--days=2',
    );
    expect(load.requestsPerDay).toBe(300 * 64);
    expect(reference.datasets.conditions?.reads).toBe(2 * 300 * 64);
    expect(baselines.noCache.calls).toBe(2 * 2 * 300 * 64);
    expect(reference.datasets.alerts?.reads).toBe(0);
  });

  it('keeps within 2 % of the interval floor, for the window without jitter', async () => {
    const { floor, floorCalls } = await planOf('--watches=2000');
    for (const { callsOverFloor } of Object.values(floor)) {
      expect(callsOverFloor).toBeGreaterThan(0.98);
      expect(callsOverFloor).toBeLessThan(1.02);
    }
    const calls = Object.values(floor).map((of) => of.floorCalls);
    expect(floorCalls).toBe(calls.reduce((a, b) => a + b));
  });

  it('never reads a record that is older than its fresh time and its time of revalidation, with jitter', async () => {
    const { datasets } = (await planOf('--watches=500')).reference;
    expect(datasets.conditions?.ageSeconds.max).toBeGreaterThan(600);
    expect(datasets.conditions?.ageSeconds.max).toBeLessThan(1.1 * 900);
    expect(datasets.alerts?.ageSeconds.max).toBeLessThan(1.1 * 660);
  });

  it('follows the windows of the product: a longer one makes fewer calls, and older data', async () => {
    const short = await planOf('--watches=1000');
    const long = await planOf('--watches=1000', '--set', 'WINDOWS=conditions=1800/300/21600');
    const [before, after] = [short, long].map(({ reference }) => reference.datasets.conditions!);
    expect(after!.upstreamCalls).toBeLessThan(0.8 * before!.upstreamCalls);
    expect(after!.ageSeconds.p95).toBeGreaterThan(before!.ageSeconds.p95);
    expect(long.floor.conditions?.ageLimitSeconds).toBe(1_800);
  });

  it('follows the grid of the product: larger cells need fewer searches', async () => {
    const small = await planOf('--watches=500');
    const large = await planOf('--watches=500', '--set', 'CELL_GRID=metres:5000');
    expect(large.reference.datasets.place!.upstreamCalls).toBeLessThan(
      small.reference.datasets.place!.upstreamCalls / 2,
    );
  });

  it('reads minutely only for a glance while rain is likely', async () => {
    const { datasets } = (await planOf('--watches=300', '--mix=glance=1')).reference;
    expect(datasets.minutely!.reads).toBeGreaterThan(0);
    expect(datasets.minutely!.reads).toBeLessThan(0.7 * datasets.hourly!.reads);
  });

  it('has a row per setting, which starts from the same trace', async () => {
    const document = await planOf('--watches=1000', '--sweep=keys,windows,fleet,pilot');
    const { reference } = document;
    expect(rowOf(document, 'city keys')!.upstreamCalls).toBeLessThan(reference.upstreamCalls);
    expect(rowOf(document, 'alerts 5 min')!.datasets.alerts!.reads).toBe(
      reference.datasets.alerts!.reads,
    );
    expect(rowOf(document, 'pilot 10 %')!.watches).toBeLessThan(200);
    expect(rowOf(document, 'pilot 10 %')!.watches).toBeGreaterThan(50);
    expect(planText(document).join('\n')).toContain('alerts 5 min');
  });

  it('makes a call wherever one pod does, however many pods there are', async () => {
    const document = await planOf('--watches=20', '--sweep=pods');
    const one = rowOf(document, '1 pods')!.datasets.conditions!;
    const ten = rowOf(document, '10 pods')!.datasets.conditions!;
    expect(Math.abs(ten.upstreamCalls / one.upstreamCalls - 1)).toBeLessThan(0.02);
    expect(one.redisRatio).toBe(0);
    expect(ten.redisRatio).toBeGreaterThan(0.1);
  });

  it('lengthens windows while a budget is used too fast, and stays within it', async () => {
    const free = await planOf('--watches=1000');
    const budget = Math.round(free.upstreamCalls * 0.7);
    const limited = await planOf('--watches=1000', '--set', `ACCWEA_DAILY_BUDGET=${budget}`);
    expect(free.budget.ttlFactorMax).toBe(1);
    expect(limited.budget.ttlFactorMax).toBeGreaterThan(1.2);
    expect(limited.upstreamCalls).toBeLessThanOrEqual(budget);
  });

  it('samples places, and scales their figures to the fleet', async () => {
    const { input, load } = await planOf('--watches=1000', '--one-in=2');
    expect(input.sampledPlaces.scale).toBeGreaterThan(1);
    expect(load.requestsPerDay).toBe(64_000);
  });

  it('simulates rows on fewer places when asked to, and repeats the reference there', async () => {
    const all = await planOf('--watches=1000', '--sweep=windows');
    expect({ ...all.rows[0] }).toEqual({ ...all.reference });
    const few = await planOf('--watches=1000', '--sweep=windows', '--rows-one-in=2');
    expect(few.reference).toEqual(all.reference);
    expect(few.rows[0]!.datasets.conditions!.reads).not.toBe(
      few.reference.datasets.conditions!.reads,
    );
    expect(few.rows[0]!.watches).toBe(1_000);
  });

  it('saves searches, and no other call, where places are inferred between their neighbours', async () => {
    const document = await planOf('--watches=20000', '--sweep=searches', '--mix=conditions=1');
    const inferred = rowOf(document, 'inferred places')!;
    const searches = document.reference.datasets.place!.upstreamCalls;
    expect(inferred.datasets.place!.upstreamCalls).toBeLessThan(searches);
    expect(document.reference.upstreamCalls - inferred.upstreamCalls).toBe(
      searches - inferred.datasets.place!.upstreamCalls,
    );
  });

  it('reads more from the memory of pods that keep more records, for the same calls', async () => {
    const document = await planOf('--watches=1000', '--sweep=memory', '--set', 'L1_MAX_ENTRIES=3');
    const large = rowOf(document, '40000 records per pod and kind')!;
    expect(large.podMemoryRatio).toBeGreaterThan(document.reference.podMemoryRatio + 0.01);
    expect(large.upstreamCalls).toBe(document.reference.upstreamCalls);
    const [small, ...more] = document.podMemory;
    expect(small!.bytes).toBeLessThan(more[0]!.bytes);
  });

  it('says where requests come from, and when', async () => {
    const { map, load } = await planOf('--watches=1000');
    const boxes = map.map(([latitude, longitude]) => [latitude, longitude]);
    expect(boxes).toEqual(
      expect.arrayContaining([
        [49, 3],
        [-17, 179],
      ]),
    );
    const shown = map.reduce((sum, [, , requests]) => sum + requests, 0);
    expect(shown / load.requestsPerDay).toBeGreaterThan(0.995);
    const mean = load.byQuarterHour.reduce((sum, quarter) => sum + quarter.peak, 0) / 96;
    expect(load.byQuarterHour).toHaveLength(96);
    expect(mean).toBeLessThan(load.requestsPerSecond.peak);
  });

  it('asks as the watch client does: when the first record of a glance expires, spread by the jitter of max-age', async () => {
    const client = await planOf('--watches=2000', '--polling=client');
    const timer = await planOf('--watches=2000', '--polling=quarter');
    const { mean, peak } = client.load.requestsPerSecond;
    expect(client.load.requestsPerDay / 2_000).toBeGreaterThan(60);
    expect(client.load.requestsPerDay / 2_000).toBeLessThan(160);
    expect(mean).toBeLessThan(peak);
    expect(peak).toBeLessThan(timer.load.requestsPerSecond.peak / 3);
  });

  it('names its source, and gives a price when one is given', async () => {
    const document = await planOf('--watches=100', '--price-per-1000=2');
    expect(document.attribution).toContain('GeoNames');
    expect(document.budget.pricePerDay).toBeCloseTo((2 * document.upstreamCalls) / 1_000, 2);
    expect((await planOf('--watches=100')).budget.pricePerDay).toBeNull();
  });
});
