// Jest runs this before the whole-process suites: the issuer of every World. One process is enough, because no suite
// changes it, and oidc-provider takes longer to load than the rest of a suite. JavaScript, and the compiled issuer,
// because Jest loads it before it can read TypeScript.
import { DevIssuer } from '../../../dist/apps/dev-issuer/dev-issuer.js';

export default async function start() {
  const issuer = new DevIssuer();
  const { url } = await issuer.start();
  process.env.TEST_ISSUER_URL = url;
  globalThis.sharedIssuer = issuer;
}
