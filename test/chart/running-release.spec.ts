import { afterEach, expect, it } from '@jest/globals';
import { aHelm, describeWithHelm } from '../support/tools/helm.js';
import { ReadOnlyCluster } from '../support/tools/read-only-cluster.js';
import { all, one, settingsMap } from './rules.js';
import { at } from './value-sets.js';

const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

let cluster: ReadOnlyCluster | undefined;
afterEach(() => cluster?.stop());

/** Helm 3, which the pipeline uses; Helm 4 wants to validate against a whole API server here. */
describeWithHelm('an upgrade', () => {
  it('keeps the ConfigMaps that the pods of the running release read', async () => {
    const running = aHelm().render(at('prod-eu', { 'redis.ca': CA, 'config.LOG_LEVEL': 'debug' }));
    const read = [
      settingsMap(running),
      all(running, 'ConfigMap').find(({ data }) => data['ca.pem']),
    ];
    cluster = await ReadOnlyCluster.start([one(running, 'Deployment'), ...read]);
    const upgraded = await aHelm().renderInCluster(cluster.kubeconfig, at('prod-eu'));

    const maps = all(upgraded, 'ConfigMap');
    for (const { metadata, data } of read) {
      expect(maps.find((map) => map.metadata.name === metadata.name)?.data).toEqual(data);
    }
    expect(settingsMap(upgraded).data.LOG_LEVEL).toBe('info');
  });

  it('renders each ConfigMap once when no setting changes', async () => {
    const running = aHelm().render(at('prod-eu'));
    cluster = await ReadOnlyCluster.start([one(running, 'Deployment'), settingsMap(running)]);
    const upgraded = await aHelm().renderInCluster(cluster.kubeconfig, at('prod-eu'));

    const names = all(upgraded, 'ConfigMap').map(({ metadata }) => metadata.name);
    expect(names.filter((name) => name === settingsMap(running).metadata.name)).toHaveLength(1);
  });
});
