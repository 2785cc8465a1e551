// The pod of the rendered Deployment, run by podman.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

const CONTAINER = 'mfapi-pod-0-api';
/** Read by the container itself, for it has no shell. */
const LOOK = `
  const { readFileSync, writeFileSync } = require('node:fs');
  const [capabilities, noNewPrivileges, seccomp] = ['CapEff', 'NoNewPrivs', 'Seccomp'].map(
    (name) => new RegExp(name + ':\\\\s*(\\\\S+)').exec(readFileSync('/proc/1/status', 'utf8'))[1]);
  const canWrite = (file) => { try { writeFileSync(file, 'x'); return true; } catch { return false; } };
  console.log(JSON.stringify({
    user: process.getuid(), group: process.getgid(), node: process.version,
    capabilities, noNewPrivileges, seccomp,
    writable: ['/app/x', '/tmp/x', '/x'].filter(canWrite),
  }));`;

/** What podman can play of the chart as production renders it, with a Secret as External Secrets makes it. */
export function manifest(helm, { issuer, upstream, key, image }) {
  const values = {
    'config.OIDC_ISSUER': issuer,
    'config.ACCWEA_URL': upstream,
    'image.repository': image.split(':')[0],
    'image.tag': image.split(':')[1],
    'image.pullPolicy': 'Never',
    'secrets.from': 'existing',
    'secrets.names': '{ACCWEA_TOKEN}',
    drainSeconds: '3',
    // All of the load comes from one user, whom production's pilot would not let in yet.
    'config.RATE_LIMIT_PER_MINUTE': '1000000',
    'config.PILOT_PERCENT': '100',
  };
  const set = Object.entries(values).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const chart = ['template', 'mfapi', 'helm/mfapi', '--values', 'helm/mfapi/values-prod-eu.yaml'];
  const objects = parseAllDocuments(run(helm, [...chart, ...set]), { version: '1.1' })
    .map((document) => document.toJS())
    .filter(({ kind }) => kind === 'ConfigMap' || kind === 'Deployment');
  // On the host's network podman refuses the ports that a Deployment declares.
  for (const { kind, spec } of objects) {
    if (kind === 'Deployment') delete spec.template.spec.containers[0].ports;
  }
  const secret = { 'accwea-token': Buffer.from(key).toString('base64') };
  const made = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'mfapi' }, data: secret };
  return [made, ...objects].map((object) => stringify(object)).join('---\n');
}

/** The secret as the container reads it: podman before 4.4 mounts a Secret's values without decoding them. */
export function mounted(secret) {
  const [major, minor] = podman('version', '--format', '{{.Client.Version}}')
    .split('.')
    .map(Number);
  const decodes = major > 4 || (major === 4 && minor >= 4);
  return decodes ? secret : Buffer.from(secret).toString('base64');
}

export class Pod {
  folder = mkdtempSync(join(tmpdir(), 'mfapi-pod-'));

  constructor(text) {
    this.file = join(this.folder, 'pod.yaml');
    writeFileSync(this.file, text);
  }

  /** @returns milliseconds from the start of the process to the first 200 of its readiness probe */
  async start(url) {
    podman('kube', 'play', '--network', 'host', this.file);
    while (!(await isOk(`${url}/health/ready`))) await new Promise((done) => setTimeout(done, 5));
    const ready = Date.now();
    return (
      ready -
      Date.parse(
        podman(
          'inspect',
          CONTAINER,
          '--format',
          '{{.State.StartedAt.Format "2006-01-02T15:04:05.000Z07:00"}}',
        ),
      )
    );
  }

  look() {
    const seen = JSON.parse(podman('exec', CONTAINER, 'node', '--eval', LOOK));
    const memory = Number(podman('inspect', CONTAINER, '--format', '{{.HostConfig.Memory}}'));
    return { ...seen, memoryLimitMiB: memory / 2 ** 20 };
  }

  get rssMiB() {
    const pid = podman('inspect', CONTAINER, '--format', '{{.State.Pid}}');
    return Math.round(
      Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024,
    );
  }

  get log() {
    return podman('logs', CONTAINER);
  }

  /** SIGTERM, as the kubelet sends it. @returns the exit code and after how long */
  async stop() {
    const from = Date.now();
    await once(spawn('podman', ['stop', '--time', '28', CONTAINER]), 'exit');
    const code = podman('inspect', CONTAINER, '--format', '{{.State.ExitCode}}');
    return { code: Number(code), ms: Date.now() - from };
  }

  remove() {
    // Whatever there is of it: a start that failed half-way leaves a part.
    for (const words of [
      ['kube', 'down', this.file],
      ['secret', 'rm', 'mfapi'],
    ]) {
      spawnSync('podman', words, { stdio: 'ignore' });
    }
    rmSync(this.folder, { recursive: true });
  }
}

export function run(command, words) {
  return execFileSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 26 }).trim();
}

function podman(...words) {
  return run('podman', words);
}

async function isOk(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}
