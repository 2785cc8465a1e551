import { DevIssuer, type DevIssuerOptions } from './dev-issuer.js';
import { SIGNING_ALGORITHMS } from './signing-key.js';

function optionsFrom(env: NodeJS.ProcessEnv): DevIssuerOptions {
  const alg = SIGNING_ALGORITHMS.find((known) => known === (env['ALG'] || 'RS256'));
  if (!alg) throw new Error(`ALG must be one of ${SIGNING_ALGORITHMS.join(', ')}`);
  return {
    port: wholeNumber(env, 'PORT', { fallback: 4000, min: 0, max: 65_535 }),
    host: env['HOST'] || '127.0.0.1',
    issuerUrl: env['ISSUER_URL'] || undefined,
    alg,
    tokenTtlSeconds: wholeNumber(env, 'TOKEN_TTL_SECONDS', { fallback: 86_400, min: 1 }),
  };
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  { fallback, min, max = Number.MAX_SAFE_INTEGER }: { fallback: number; min: number; max?: number },
): number {
  const value = Number(env[name] || fallback);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${name} must be a whole number from ${min} to ${max}`);
}

try {
  const devIssuer = new DevIssuer(optionsFrom(process.env));
  const { url } = await devIssuer.start();
  process.once('SIGTERM', () => void devIssuer.stop());
  process.once('SIGINT', () => void devIssuer.stop());
  console.log(`dev-issuer listening on ${url}`);
} catch (error) {
  console.error(`dev-issuer: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
