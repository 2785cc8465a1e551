import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessFindings } from './findings.js';

const CONTAINER = 'mfapi-pod-0-api';
const STARTED_AT = '{{.State.StartedAt.Format "2006-01-02T15:04:05.000Z07:00"}}';
const PROBE_EVERY_MS = 5;
/** Run by Node in the container, which has no shell; prints `ProcessFindings`. */
const INSPECT = `
  const { readFileSync, writeFileSync } = require('node:fs');
  const [capabilities, noNewPrivileges, seccomp] = ['CapEff', 'NoNewPrivs', 'Seccomp'].map(
    (name) => new RegExp(name + ':\\\\s*(\\\\S+)').exec(readFileSync('/proc/1/status', 'utf8'))[1]);
  const canWrite = (file) => { try { writeFileSync(file, 'x'); return true; } catch { return false; } };
  console.log(JSON.stringify({
    user: process.getuid(), group: process.getgid(), node: process.version,
    capabilities, noNewPrivileges, seccomp,
    writable: ['/app/x', '/tmp/x', '/x'].filter(canWrite),
  }));`;

/** The pod of the rendered Deployment, run by podman. */
export class Pod {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mfapi-pod-'));
  private readonly file = join(this.folder, 'pod.yaml');

  constructor(manifest: string) {
    writeFileSync(this.file, manifest);
  }

  /** @returns milliseconds from the start of the process to the first 200 of its readiness probe */
  async start(url: string): Promise<number> {
    podman('kube', 'play', '--network', 'host', this.file);
    while (!(await isOk(`${url}/health/ready`))) await delay(PROBE_EVERY_MS);
    const readyMs = Date.now();
    return readyMs - Date.parse(podman('inspect', CONTAINER, '--format', STARTED_AT));
  }

  /** What the process in the container may do. */
  inspect(): ProcessFindings & { readonly memoryLimitMiB: number } {
    const seen = podman('exec', CONTAINER, 'node', '--eval', INSPECT);
    const bytes = Number(podman('inspect', CONTAINER, '--format', '{{.HostConfig.Memory}}'));
    return { ...(JSON.parse(seen) as ProcessFindings), memoryLimitMiB: bytes / 2 ** 20 };
  }

  /** Resident memory of the process. */
  get rssMiB(): number {
    const pid = podman('inspect', CONTAINER, '--format', '{{.State.Pid}}');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024);
  }

  /** SIGTERM, as the kubelet sends it. @returns the exit code, and the time until the exit */
  async stop(): Promise<{ code: number; ms: number }> {
    const fromMs = Date.now();
    await once(spawn('podman', ['stop', '--time', '28', CONTAINER]), 'exit');
    const code = podman('inspect', CONTAINER, '--format', '{{.State.ExitCode}}');
    return { code: Number(code), ms: Date.now() - fromMs };
  }

  /** Removes the pod, or the part of it that a failed start created. */
  remove(): void {
    for (const args of [
      ['kube', 'down', this.file],
      ['secret', 'rm', 'mfapi'],
    ]) {
      spawnSync('podman', args, { stdio: 'ignore' });
    }
    rmSync(this.folder, { recursive: true });
  }
}

/** The secret as the container reads it: podman before 4.4 mounts a Secret's values without decoding them. */
export function mountedSecret(secret: string): string {
  const version = podman('version', '--format', '{{.Client.Version}}');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const decodes = major > 4 || (major === 4 && minor >= 4);
  return decodes ? secret : Buffer.from(secret).toString('base64');
}

/** @throws when the command fails */
export function outputOf(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).trim();
}

function podman(...args: string[]): string {
  return outputOf('podman', args);
}

async function isOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}
