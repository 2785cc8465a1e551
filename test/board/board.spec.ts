import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fill, panelQueries, type BoardJson } from '../../apps/board/panel-queries.js';
import type { Series, TimeRange } from '../../apps/board/prometheus/prometheus-client.js';
import { describeWithPrometheusAndRedis } from '../support/tools/prometheus.js';
import { Incident } from './incident.js';

const FILE = 'helm/mfapi/dashboards/mfapi.json';
/** An incident spends them; which of them, depends on its phases. */
const ANY_NUMBER = /› Error budget left /;
const PHASE_SECONDS = 4;
/** Nothing probes the incident from outside. */
const NOT_HERE = /slo="reachability"/;
/** Panels that show 0 during the incident. */
const ALWAYS_ZERO = /^Saturation › Restarts|^Budget and cost › Reserve and lost counts/;

const queries = panelQueries(JSON.parse(readFileSync(FILE, 'utf8')) as BoardJson);

describeWithPrometheusAndRedis('the board after an incident', () => {
  let incident: Incident;
  let range: TimeRange;

  beforeAll(async () => {
    incident = await Incident.start(PHASE_SECONDS);
    const startSeconds = Date.now() / 1_000;
    await incident.run();
    range = { startSeconds, endSeconds: Date.now() / 1_000, stepSeconds: 1 };
  }, 300_000);
  afterAll(() => (incident as Incident | undefined)?.stop());

  function run(expression: string, isInstant: boolean): Promise<Series[]> {
    const { client } = incident.prometheus;
    const query = fill(expression, {
      job: 'mfapi',
      environment: '.*',
      region: '.*',
      __rate_interval: '4s',
      __range: `${Math.ceil(range.endSeconds - range.startSeconds)}s`,
      UPSTREAM_PRICE_PER_1000: '1.25',
    });
    return isInstant ? client.query(query) : client.queryRange(query, range);
  }

  it.each(queries.filter(({ expression }) => !NOT_HERE.test(expression)))(
    'has data for the panel $name',
    async ({ name, expression, isInstant }) => {
      const series = await run(expression, isInstant);
      const values = series.flatMap(({ values: all }) => all.map(([, value]) => value));

      expect(values.filter(Number.isFinite)).not.toEqual([]);
      if (ANY_NUMBER.test(name)) return;
      expect(values.some((value) => value > 0)).toBe(!ALWAYS_ZERO.test(name));
    },
  );
});
