const { imul } = Math;
const SPAN = 2 ** 32;

/**
 * A delay that is stable for a client, and uniform over all clients in [0, ½ window): a fleet that
 * started in one second spreads over half a window.
 * @param topic a different topic gives the same client an independent delay
 */
export function jitterMs(watch: string, topic: string, windowMs: number): number {
  return Math.floor((hashOf(`${watch}\n${topic}`) / SPAN) * (windowMs / 2));
}

/** FNV-1a with the finalizer of MurmurHash3, which spreads names that differ only at their end. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
