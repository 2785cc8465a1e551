import type { Counters } from './counters.js';

/** `120 requests · 32 provider calls · $0.03 at $1 per 1 000 calls` */
export function counterLine({
  requests,
  providerCalls,
  costUsd,
  pricePer1000Usd,
}: Counters): string {
  return [
    `${spaced(requests)} requests`,
    `${spaced(providerCalls)} provider calls`,
    `$${costUsd.toFixed(2)} at $${pricePer1000Usd} per 1 000 calls`,
  ].join(' · ');
}

function spaced(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
