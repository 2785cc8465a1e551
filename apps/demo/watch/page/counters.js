const count = new Intl.NumberFormat('en');
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

/**
 * Shows what the API has done since its start.
 * @param counters null while the API does not answer
 */
export function showCounters(counters, bytes) {
  text('bytes', count.format(bytes));
  if (!counters) return;
  text('requests', count.format(counters.requests));
  text('provider-calls', count.format(counters.providerCalls));
  text('cost', money.format(counters.costUsd));
  text('price', `at ${money.format(counters.pricePer1000Usd)} per 1000 calls`);
}

function text(id, value) {
  document.getElementById(id).textContent = value;
}
