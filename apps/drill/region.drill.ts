import { setTimeout as delay } from 'node:timers/promises';
import { phaseTable } from './report/phase-table.js';
import { writeSection } from './report/document.js';
import type { Drill } from './drill.js';
import { Region } from '../../packages/local-stack/region.js';
import { Router } from './router.js';
import { coldPath, warmPath } from './watches/places.js';
import { Watches } from './watches/watches.js';

/** Of both regions together, in the month; half for each. */
const CALLS = 600;
const WARM_UP_MS = 3_000;
/** Short, so that a drill sees refreshes. */
const WINDOWS = 'conditions=5/5/3600';
const OK = 'outcome="ok"';
const CALLS_MADE = 'mfapi_upstream_calls_total';

/** The loss of a region: cut off, key revoked, gone; then the other one gets its budget. */
export async function regionDrill({ issuerUrl, token, print, onStop }: Drill): Promise<void> {
  const [eu, us] = await startRegions(issuerUrl);
  onStop(() => Promise.all([eu.stop(), us.stop()]));
  const router = new Router([eu, us]);
  const routerUrl = await router.start();
  onStop(() => router.stop());
  const watches = new Watches(() => token, print);
  onStop(() => watches.stop());
  startWatches(watches, routerUrl, us);

  await delay(WARM_UP_MS);
  await watches.during('both regions', 8);
  await watches.during('us cut off from the router', 8, async () => router.cut('us'));
  const beforeRevocation = await us.metric(CALLS_MADE, OK);
  await watches.during('us cut off, key not revoked', 6);
  const spentWhileCut = (await us.metric(CALLS_MADE, OK)) - beforeRevocation;
  await us.revokeKey();
  const revoked = await us.metric(CALLS_MADE, OK);
  await watches.during('key of us revoked', 6);
  const spentAfter = (await us.metric(CALLS_MADE, OK)) - revoked;
  const spentByUs = await us.metric(CALLS_MADE);
  await watches.during('us gone', 6, () => us.lose());
  const spent = spentByUs + (await eu.metric('mfapi_budget_used_calls', 'window="month"', 'max'));
  const month = new Date().toISOString().slice(0, 7);
  const whole = { ACCWEA_MONTHLY_BUDGET: String(CALLS), BUDGET_SPENT: `${month}=${spent}` };
  const callsOfEu = await eu.metric(CALLS_MADE);
  await watches.during('eu gets the whole budget, rolling', 6, () => eu.roll(whole));
  const cold = (index: number) => ({
    url: routerUrl + coldPath(index),
    headers: { 'x-home': 'us' },
  });
  watches.start({ name: 'us, new places', perSecond: 30, request: cold });
  await watches.during('watches of us at new places', 12);
  const total = spentByUs + callsOfEu + (await eu.metric(CALLS_MADE));
  await watches.stop();

  writeSection('region', 'Loss of a region', [
    ...phaseTable(watches.samples),
    '',
    `- **Cut off is not gone.** Watches that still reach the lost region by its own host cause calls: ${spentWhileCut} in 6 s. After its key was revoked: ${spentAfter}.`,
    `- **The budget holds.** ${CALLS} calls a month for both regions. The count given to \`eu\` was ${spent}; all calls of both regions at the end of the drill, when new places had used what was left: ${total}.`,
    '- `us, own host` are watches that bypass the router; they ask at a new place each time, and get nothing when the region is gone.',
  ]);
  if (total > CALLS || spentAfter > 0) throw new Error(`the budget did not hold: ${total} calls`);
}

async function startRegions(issuerUrl: string): Promise<[eu: Region, us: Region]> {
  const settings = { OIDC_ISSUER: issuerUrl, ACCWEA_MONTHLY_BUDGET: String(CALLS / 2), WINDOWS };
  return Promise.all([Region.start('eu', settings), Region.start('us', settings)]);
}

/** Of each region at known places through the router, and a few at new places by the own host of the region to be lost. */
function startWatches(watches: Watches, routerUrl: string, lost: Region): void {
  for (const name of ['eu', 'us']) {
    const headers = { 'x-home': name };
    const request = (index: number) => ({ url: routerUrl + warmPath(index), headers });
    watches.start({ name, perSecond: 20, request });
  }
  const own = (index: number) => ({
    url: lost.urls[index % 2] + coldPath(400 + index),
    headers: {},
  });
  watches.start({ name: 'us, own host', perSecond: 2, request: own });
}
