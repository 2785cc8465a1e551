import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject } from './helm.js';

const NAMESPACE = '/namespaces/weather';
const PATHS: Readonly<Record<string, string>> = {
  ConfigMap: `/api/v1${NAMESPACE}/configmaps/`,
  Deployment: `/apis/apps/v1${NAMESPACE}/deployments/`,
};
const APPS = { groupVersion: 'apps/v1', version: 'v1' };
const resource = (name: string, kind: string) => ({ name, kind, namespaced: true, verbs: ['get'] });
const DISCOVERY: Readonly<Record<string, object>> = {
  '/version': { major: '1', minor: '33', gitVersion: 'v1.33.0' },
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: [{ name: 'apps', versions: [APPS], preferredVersion: APPS }],
  },
  '/api/v1': {
    kind: 'APIResourceList',
    groupVersion: 'v1',
    resources: [resource('configmaps', 'ConfigMap')],
  },
  '/apis/apps/v1': {
    kind: 'APIResourceList',
    groupVersion: 'apps/v1',
    resources: [resource('deployments', 'Deployment')],
  },
};

/** As much of a Kubernetes API server as Helm needs to look up Deployments and ConfigMaps. */
export class ReadOnlyCluster {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mfapi-cluster-'));
  private readonly server: Server;

  private constructor(objects: readonly KubernetesObject[]) {
    const found = new Map(
      objects.map((object) => [`${PATHS[object.kind]}${object.metadata.name}`, object]),
    );
    this.server = createServer(({ url = '' }, response) => {
      const [path = ''] = url.split('?');
      const object = DISCOVERY[path] ?? found.get(path);
      response.writeHead(object ? 200 : 404, { 'content-type': 'application/json' });
      const missing = { kind: 'Status', apiVersion: 'v1', reason: 'NotFound', code: 404 };
      response.end(JSON.stringify(object ?? missing));
    });
  }

  static async start(objects: readonly KubernetesObject[]): Promise<ReadOnlyCluster> {
    const cluster = new ReadOnlyCluster(objects);
    cluster.server.listen(0, '127.0.0.1');
    await once(cluster.server, 'listening');
    return cluster;
  }

  /** Path of a file for `KUBECONFIG`. */
  get kubeconfig(): string {
    const { port } = this.server.address() as AddressInfo;
    const file = join(this.folder, 'kubeconfig');
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'test', cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: 'test', user: {} }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
      'current-context': 'test',
    };
    writeFileSync(file, JSON.stringify(config));
    return file;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true });
  }
}
