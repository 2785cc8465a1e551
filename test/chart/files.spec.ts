import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { aHelm, describeWithHelm, ofKind } from '../support/tools/helm.js';
import { schemaFaults } from '../support/tools/kubernetes-schema.js';
import { at } from './value-sets.js';

/** The size limit of a ConfigMap. */
const CONFIG_MAP_BYTES = 2 ** 20;

describeWithHelm('alert and dashboard files', () => {
  let chart = '';
  const alert = {
    alert: 'MfapiDown',
    expr: 'absent(up{job="mfapi"})',
    for: '5m',
    labels: { severity: 'page' },
    annotations: {
      summary: '{{ $labels.region }} is down',
      runbook_url: 'docs/runbook.md#no-user-is-served',
    },
  };

  beforeAll(() => {
    chart = mkdtempSync(join(tmpdir(), 'mfapi-chart-'));
    cpSync('helm/mfapi', chart, { recursive: true });
    for (const folder of ['alerts', 'dashboards']) {
      rmSync(join(chart, folder), { recursive: true, force: true });
      mkdirSync(join(chart, folder));
    }
    for (const group of ['one', 'two']) {
      const rules = { groups: [{ name: group, rules: [alert] }] };
      writeFileSync(join(chart, 'alerts', `${group}.yaml`), JSON.stringify(rules));
    }
    writeFileSync(join(chart, 'dashboards', 'board.json'), '{"title":"{{route}}"}');
  });
  afterAll(() => rmSync(chart, { recursive: true }));

  it('are rendered unchanged from their folders, with links to the runbook', () => {
    const objects = aHelm().render({ ...at('prod-eu'), chart });
    const { groups } = ofKind(objects, 'PrometheusRule').spec;
    const [board] = objects.filter(({ metadata }) => metadata.name === 'mfapi-dashboards');

    expect(objects.flatMap(schemaFaults)).toEqual([]);
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(['one', 'two']);
    expect(groups[0].rules[0].annotations).toEqual({
      summary: '{{ $labels.region }} is down',
      runbook_url: 'https://example.com/mfapi/runbook#no-user-is-served',
    });
    expect(board.data).toEqual({ 'board.json': '{"title":"{{route}}"}' });
    expect(board.metadata.labels.grafana_dashboard).toBe('1');
  });
});

function boards(set: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const objects = aHelm().render(at('prod-eu', set));
  return objects.find(({ metadata }) => metadata.name === 'mfapi-dashboards').data;
}

describeWithHelm('the dashboards of the chart', () => {
  const files = readdirSync('helm/mfapi/dashboards');

  it('are all in one ConfigMap and fit into it', () => {
    expect(files).toContain('mfapi.json');
    expect(Object.keys(boards())).toEqual(files);
    expect(Buffer.byteLength(JSON.stringify(boards()))).toBeLessThan(CONFIG_MAP_BYTES / 2);
  });

  it.each(files)(
    'renders %s like its file, with links to the runbook and the price of a call',
    (file) => {
      const board = JSON.parse(
        boards({ 'monitoring.dashboards.upstreamPricePer1000': 1.25 })[file] ?? '',
      );
      const written = readFileSync(`helm/mfapi/dashboards/${file}`, 'utf8');
      const expected = JSON.parse(
        written.replaceAll('docs/runbook.md', 'https://example.com/mfapi/runbook'),
      );
      const variable = expected.templating.list.find(
        ({ name }: { name: string }) => name === 'UPSTREAM_PRICE_PER_1000',
      );
      Object.assign(variable, { query: '1.25', current: { text: '1.25', value: '1.25' } });

      expect(board).toEqual(expected);
    },
  );
});

/** Helm prints the notes only after an installation; here a ConfigMap carries them. */
describeWithHelm('the notes after an installation', () => {
  let chart = '';

  beforeAll(() => {
    chart = mkdtempSync(join(tmpdir(), 'mfapi-chart-'));
    cpSync('helm/mfapi', chart, { recursive: true });
    const notes = readFileSync(join(chart, 'templates', 'NOTES.txt'), 'utf8');
    writeFileSync(
      join(chart, 'templates', 'notes.yaml'),
      `{{ define "notes" }}${notes}{{ end }}
apiVersion: v1
kind: ConfigMap
metadata: { name: notes }
data: { text: {{ include "notes" . | quote }} }`,
    );
  });
  afterAll(() => rmSync(chart, { recursive: true }));

  const notes = (environment: string, set: Record<string, unknown> = {}): string =>
    aHelm()
      .render({ ...at(environment, set), chart })
      .find(({ metadata }) => metadata.name === 'notes').data.text;

  it('name the documentation URL only where it is exposed', () => {
    expect(notes('prod-eu')).toContain('https://mfapi.eu.example.com/prcpt');
    expect(notes('prod-eu')).not.toContain('/docs');
    expect(notes('test')).toContain('https://mfapi.test.example.com/docs');
  });

  it('name the keys of an existing Secret', () => {
    expect(notes('staging', { 'secrets.from': 'existing' })).toMatch(/accwea-token\s+redis-url/);
  });

  it('warn when Redis is not configured', () => {
    expect(notes('prod-eu', { 'secrets.names': ['ACCWEA_TOKEN'] })).toContain('there is no Redis');
    expect(notes('prod-eu')).not.toContain('WARNING');
  });
});

describeWithHelm('the manifest of the secret store', () => {
  const manifest = parseAllDocuments(readFileSync('helm/cluster-secret-store.yaml', 'utf8')).map(
    (document) => document.toJS(),
  );

  it('matches the schemas of Kubernetes and External Secrets', () => {
    expect(manifest.flatMap(schemaFaults)).toEqual([]);
  });

  it('is the store that the chart reads, for its namespace only', () => {
    const [store] = manifest.filter(({ kind }) => kind === 'ClusterSecretStore');
    const { spec } = ofKind(aHelm().render(at('prod-eu')), 'ExternalSecret');

    expect(spec.secretStoreRef).toEqual({ kind: store.kind, name: store.metadata.name });
    expect(store.spec.conditions).toEqual([{ namespaces: ['weather'] }]);
  });
});
