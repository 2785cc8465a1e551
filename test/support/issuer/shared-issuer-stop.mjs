// Jest runs this after the last whole-process suite, in the process of `shared-issuer.mjs`.
export default async function stop() {
  await globalThis.sharedIssuer.stop();
}
