import type { WatchRequest } from './load/load.js';

const PLASTIC_NUMBER = 1.324_717_957_244_746;

/** A load pattern, the same for every server. */
export interface Traffic {
  readonly name: string;
  readonly requests: readonly WatchRequest[];
}

/** One watch that repeats one request. */
export async function oneWatch(issuerUrl: string): Promise<Traffic> {
  const token = await tokenOf(issuerUrl, 'watch');
  const requests = [{ path: pathOf(48.8705, 2.3049), token }];
  return { name: 'one position, one token', requests };
}

/** Many watches in central France. */
export async function manyWatches(
  issuerUrl: string,
  positions: number,
  tokens: number,
): Promise<Traffic> {
  const owned = await Promise.all(
    Array.from({ length: tokens }, (_, index) => tokenOf(issuerUrl, `watch-${index}`)),
  );
  const requests = Array.from({ length: positions }, (_, index) => ({
    path: pathOf(
      45 + 3 * spread(index, PLASTIC_NUMBER),
      1 + 3 * spread(index, PLASTIC_NUMBER ** 2),
    ),
    token: owned[index % tokens] ?? '',
  }));
  return { name: `${positions} positions, ${tokens} tokens`, requests };
}

/** One axis of Roberts' low-discrepancy sequence: evenly spread in [0, 1) without repetition. */
function spread(index: number, base: number): number {
  return (0.5 + index / base) % 1;
}

function pathOf(latitude: number, longitude: number): string {
  return `/prcpt?lt=${latitude.toFixed(4)}&lg=${longitude.toFixed(4)}`;
}

async function tokenOf(issuerUrl: string, client: string): Promise<string> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client}:watch-secret`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}
