import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { fetchToken } from '../../packages/client-credentials/fetch-token.js';
import { ChildService } from '../../packages/local-stack/child-service.js';
import { helmBinary } from '../chart/helm-releases.js';
import { IMAGE } from './build-image.js';
import type { RunFindings } from './findings.js';
import { loadUntilRefused } from './load.js';
import { manifest } from './manifest.js';
import { occupiedPorts } from './occupied-ports.js';
import { mountedSecret, Pod } from './pod.js';

/** Of the chart: the API and its metrics. The container uses the network of this machine. */
const PORTS = [3000, 9464];
const API = 'http://127.0.0.1:3000';
const PATH = '/prcpt?lt=48.8705&lg=2.3049';
const KEY = 'simulator-key';
const LOAD_MS = 3_000;

/** @throws when a port of the container is in use: that process would be measured instead */
export async function refuseOccupiedPorts(): Promise<void> {
  const occupied = await occupiedPorts(PORTS);
  if (occupied.length === 0) return;
  throw new Error(
    `in use by another process, which would be measured: port ${occupied.join(', ')}`,
  );
}

/** Runs the image beside an issuer and a simulator, sends requests, and stops it under load. */
export async function runImage(): Promise<RunFindings> {
  const issuer = new ChildService('issuer', 'apps/dev-issuer/main.js', { PORT: '0' });
  const simulator = new ChildService('simulator', 'apps/accwea-simulator/main.js', {
    PORT: '0',
    ACCWEA_TOKEN: mountedSecret(KEY),
  });
  try {
    const issuerUrl = await issuer.listening;
    const token = await fetchToken({ issuer: issuerUrl, client: 'watch', secret: 'watch-secret' });
    const upstream = await simulator.listening;
    const helm = helmBinary('3.17.2');
    await refuseOccupiedPorts();
    const pod = new Pod(manifest(helm, { issuer: issuerUrl, upstream, key: KEY, image: IMAGE }));
    try {
      return await findingsOf(pod, token);
    } finally {
      pod.remove();
    }
  } finally {
    await Promise.all([issuer, simulator].map((service) => service.stop()));
  }
}

async function findingsOf(pod: Pod, token: string): Promise<RunFindings> {
  const busy = loadavg()[0] ?? 0;
  const readyMs = await pod.start(API);
  const response = await fetch(API + PATH, { headers: { authorization: `Bearer ${token}` } });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  const watch = { status: response.status, body };
  const atRest = { busy, readyMs, watch, restMiB: pod.rssMiB, ...pod.inspect() };
  const load = loadUntilRefused(API + PATH, token);
  await delay(LOAD_MS);
  const loadMiB = pod.rssMiB;
  const stopped = await pod.stop();
  return { ...atRest, loadMiB, stopped, outcomes: await load };
}
