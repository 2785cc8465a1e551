/**
 * The key of the probe: in a cluster, in the hash slot of the command that failed, so that the probe
 * asks the same node (https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags).
 * @param prefix of all keys
 * @param failedKey undefined = any slot
 */
export function probeKeyOf(prefix: string, failedKey?: string): string {
  const tag = failedKey && /\{([^}]+)\}/.exec(failedKey)?.[1];
  return tag ? `${prefix}probe:{${tag}}` : `${prefix}probe`;
}
