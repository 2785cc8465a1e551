import { phaseTable } from './report/phase-table.js';
import { writeSection } from './report/document.js';
import type { Drill } from './drill.js';
import { Region, untilReady } from '../../packages/local-stack/region.js';
import { warmPath } from './watches/places.js';
import { Watches } from './watches/watches.js';

const KEYS = 'mfapi_issuer_keys_refreshed_timestamp_seconds';

/** The issuer ends, and returns with new keys. */
export async function issuerDrill(drill: Drill): Promise<void> {
  const { issuerUrl, print, onStop, tokenOf, stopIssuer, startIssuer } = drill;
  let { token } = drill;
  const regions = await startRegions(issuerUrl, onStop);
  const unseen = await tokenOf('watch-unseen');
  const watches = startWatches(regions, new Watches(() => token, print));
  onStop(() => watches.stop());
  const [eu] = regions;

  await watches.during('issuer up', 6);
  let statusOfUnseen = 0;
  let newToken = '';
  let statusOfNewPod = 0;
  await watches.during('issuer down', 14, async () => {
    await stopIssuer();
    statusOfUnseen = await statusWith(eu, unseen);
    newToken = await tokenOf('watch').then(
      () => 'given',
      () => 'none',
    );
    const pod = await eu.startPod({}, false);
    statusOfNewPod = (await fetch(`${pod}/health/ready`)).status;
  });
  const age = Date.now() / 1_000 - (await eu.metric(KEYS, '', 'max'));
  let readyAfter = 0;
  let statusOfNewToken = 0;
  await watches.during('issuer up again, with new keys', 14, async () => {
    await startIssuer();
    const startedAt = performance.now();
    token = await tokenOf('watch');
    statusOfNewToken = await statusWith(eu, token);
    const pod = eu.urls.at(-1) ?? '';
    await untilReady(pod);
    readyAfter = performance.now() - startedAt;
  });
  const statusOfOldToken = await statusWith(eu, unseen);
  await watches.stop();

  writeSection('issuer', 'Loss of the issuer', [
    ...phaseTable(watches.samples),
    '',
    `- **Down.** A token that no pod had seen before: ${statusOfUnseen}. A watch that asks for a token: ${newToken}. A pod that starts: not ready (${statusOfNewPod}), so the service keeps its old pods and cannot scale. \`MfapiIssuerKeysAreOld\` counts the age of the keys, here ${Math.round(age)} s.`,
    `- **Up again**, with other keys, as after a restore without a backup: a new token: ${statusOfNewToken}, at its first use. The new pod was ready after ${(readyAfter / 1_000).toFixed(1)} s. A token of the old keys: ${statusOfOldToken}; its watch fetches a new one. With the same keys it stays valid.`,
  ]);
}

async function startRegions(issuerUrl: string, onStop: Drill['onStop']): Promise<[Region, Region]> {
  const regions = await Promise.all(
    ['eu', 'us'].map((name) => Region.start(name, { OIDC_ISSUER: issuerUrl })),
  );
  onStop(() => Promise.all(regions.map((region) => region.stop())));
  return regions as [Region, Region];
}

/** Each region has its own, at places that it knows. */
function startWatches(regions: readonly Region[], watches: Watches): Watches {
  for (const region of regions) {
    const request = (index: number) => ({
      url: `${region.urls[index % 2]}${warmPath(index)}`,
      headers: {},
    });
    watches.start({ name: region.name, perSecond: 20, request });
  }
  return watches;
}

async function statusWith(region: Region, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(region.urls[0] + warmPath(0), { headers })).status;
}
