// `npm run drill -- region` and `-- issuer`: play the loss of a region, or of the issuer, with two regions on this machine,
// in about a minute; they write docs/drills.md.
import { fetchToken } from '../../packages/client-credentials/fetch-token.js';
import { freePort } from '../../packages/local-server/free-port.js';
import { LocalRedis } from '../../packages/local-redis/local-redis.js';
import { ChildService } from '../../packages/local-stack/child-service.js';
import type { Drill } from './drill.js';
import { issuerDrill } from './issuer.drill.js';
import { regionDrill } from './region.drill.js';

const DRILLS: Readonly<Record<string, (drill: Drill) => Promise<void>>> = {
  region: regionDrill,
  issuer: issuerDrill,
};

const stops: (() => Promise<unknown>)[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop().then(() => process.exit(1)));
}

const play = DRILLS[process.argv[2] ?? ''];
if (!play) {
  console.error(`Usage: npm run drill -- ${Object.keys(DRILLS).join(' | ')}`);
  process.exitCode = 1;
} else if (!(await LocalRedis.find())) {
  console.error('A drill needs `redis-server` on the PATH.');
  process.exitCode = 1;
} else {
  try {
    await play(await prepare());
    console.log('docs/drills.md is written.');
  } catch (error) {
    console.error(`drill: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await stop();
  }
}

async function prepare(): Promise<Drill> {
  const port = String(await freePort(0));
  let issuer = issuerAt(port);
  stops.push(() => issuer.stop());
  const issuerUrl = await issuer.listening;
  const tokenOf = (client: string) =>
    fetchToken({ issuer: issuerUrl, client, secret: 'watch-secret' });
  console.log('Starting two regions …');
  return {
    issuerUrl,
    token: await tokenOf('watch'),
    print: (text) => void process.stdout.write(text),
    onStop: (one) => void stops.push(one),
    tokenOf,
    stopIssuer: () => issuer.stop('SIGKILL'),
    startIssuer: async () => {
      issuer = issuerAt(port);
      await issuer.listening;
    },
  };
}

function issuerAt(port: string): ChildService {
  return new ChildService('issuer', 'apps/dev-issuer/main.js', { PORT: port });
}

async function stop(): Promise<void> {
  for (const one of stops.splice(0).toReversed()) await one();
}
