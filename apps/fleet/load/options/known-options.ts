const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;

/** For `parseArgs`, with the defaults of `USAGE`. */
export const OPTIONS = {
  url: text,
  issuer: { ...text, default: 'http://127.0.0.1:4000' },
  'client-id': { ...text, default: 'watch-load-{n}' },
  'client-secret-file': text,
  'tokens-file': text,
  metrics: list,
  'max-upstream-calls': text,
  watches: { ...text, default: '2000' },
  mix: { ...text, default: 'glance' },
  places: { ...text, default: 'world' },
  'city-radius-km': { ...text, default: '5' },
  seed: { ...text, default: '1' },
  'warm-up': { ...text, default: '50' },
  ramp: { ...text, default: '10s' },
  rate: { ...text, default: '50' },
  hold: { ...text, default: '1m' },
  wave: text,
  'wave-every': text,
  'lose-region': text,
  spacing: { ...text, default: 'random' },
  connections: { ...text, default: '256' },
  'max-in-flight': { ...text, default: '5000' },
  'max-lag-ms': { ...text, default: '10' },
  timeout: { ...text, default: '10s' },
  threshold: list,
  json: text,
  html: text,
} as const;
