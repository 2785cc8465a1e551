/** More would test how fast a small machine opens connections to pods that have just started. */
const CONCURRENT = 100;

/** Sends requests, `CONCURRENT` at once; returns the different statuses. */
export async function statusesInWaves(
  requests: number,
  statusOf: (index: number) => Promise<number>,
): Promise<Set<number>> {
  const statuses = new Set<number>();
  for (let sent = 0; sent < requests; sent += CONCURRENT) {
    const size = Math.min(CONCURRENT, requests - sent);
    const wave = Array.from({ length: size }, (_, at) => statusOf(sent + at));
    for (const status of await Promise.all(wave)) statuses.add(status);
  }
  return statuses;
}
