import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../packages/local-server/free-port.js';
import { REDIS, RedisServer } from './support/redis-server.js';
import { describeWith, programOnPath } from './support/tools/describe-with.js';
import { World } from './support/world.js';

const PASSWORD = 'a/secret:with@signs';
const OPENSSL = programOnPath('openssl', 'version');
const REDIS_WITH_TLS = { name: 'redis-server with TLS', isInstalled: speaksTls() };

const describeWithTls = describeWith(REDIS_WITH_TLS, OPENSSL);

describeWithTls('Redis over TLS', () => {
  let folder: string;
  let redis: RedisServer;
  let url: string;
  let world: World | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mfapi-tls-'));
    makeCertificates(folder);
    const port = await freePort(0);
    const certificate = ['--tls-cert-file', join(folder, 'server.crt')];
    const key = ['--tls-key-file', join(folder, 'server.key')];
    const authority = ['--tls-ca-cert-file', join(folder, 'ca.crt'), '--tls-auth-clients', 'no'];
    const listen = ['--tls-port', String(port), '--requirepass', PASSWORD];
    redis = await RedisServer.start([...listen, ...certificate, ...key, ...authority]);
    url = `rediss://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`;
  });
  afterEach(async () => {
    await world?.stop();
    world = undefined;
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true });
  });

  /** The searches for one position requested from both pods; 1 = they share Redis. */
  async function searchesOfTwoPods(environment: Readonly<Record<string, string>>): Promise<number> {
    world = await World.start({ apis: 2, environment });
    for (const pod of world.apis) {
      const answer = await world.get('/prcpt?lt=48.8566&lg=2.3522', pod);
      expect(answer.status).toBe(200);
    }
    for (const pod of world.apis) expect(pod.output).not.toContain(PASSWORD);
    return world.simulator.calls.byEndpoint.search;
  }

  it('is shared by pods that have its password and its certificate authority', async () => {
    const environment = { REDIS_URL: url, REDIS_CA_FILE: join(folder, 'ca.crt') };
    expect(await searchesOfTwoPods(environment)).toBe(1);
  });

  it('is not used by pods that do not trust its certificate authority; they still answer', async () => {
    expect(await searchesOfTwoPods({ REDIS_URL: url })).toBe(2);
  });

  it('is not used by pods with a wrong password; they still answer', async () => {
    const environment = {
      REDIS_URL: url.replace(encodeURIComponent(PASSWORD), 'wrong'),
      REDIS_CA_FILE: join(folder, 'ca.crt'),
    };
    expect(await searchesOfTwoPods(environment)).toBe(2);
  });
});

function speaksTls(): boolean {
  const { stdout } = spawnSync('redis-server', ['--port', '0', '--tls-port', '1', '--save', '']);
  // A redis-server built without TLS rejects the option.
  return REDIS.isInstalled && !stdout.toString().includes('Bad directive');
}

/** `ca.crt`, and `server.crt` with `server.key` signed by it for 127.0.0.1. */
function makeCertificates(folder: string): void {
  const openssl = (...args: string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder });
    if (status !== 0) throw new Error(`openssl: ${stderr.toString()}`);
  };
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const authority = ['-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=Test authority'];
  openssl('req', '-x509', ...key, ...authority, '-days', '2');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=redis');
  writeFileSync(join(folder, 'names.txt'), 'subjectAltName=IP:127.0.0.1');
  const signer = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2'];
  const signed = ['-out', 'server.crt', '-extfile', 'names.txt'];
  openssl('x509', '-req', '-in', 'server.csr', ...signer, ...signed);
}
