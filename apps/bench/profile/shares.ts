import type { Profiler } from 'node:inspector';
import { LOG_WRITE, PARTS, type Part } from './parts.js';

type Frame = Pick<Profiler.ProfileNode['callFrame'], 'functionName' | 'url'>;

/** The share (0 to 1) of each part in the busy time of the main thread, largest first. */
export function shares(profile: Profiler.Profile): [part: Part, share: number][] {
  const stackOf = stacks(profile.nodes);
  const micros = new Map<Part, number>();
  let total = 0;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const stack = stackOf(id);
    if (stack[0]?.functionName === '(idle)') continue;
    const took = profile.timeDeltas?.[index] ?? 0;
    const part = partOf(stack);
    micros.set(part, (micros.get(part) ?? 0) + took);
    total += took;
  }
  return [...micros]
    .map(([part, took]): [Part, number] => [part, took / total])
    .toSorted(([, one], [, other]) => other - one);
}

/** @param stack starts with the innermost frame */
export function partOf(stack: readonly Frame[]): Part {
  if (stack[0]?.functionName === '(garbage collector)') return 'garbage collection';
  if (stack.some(({ url }) => LOG_WRITE.test(url))) return 'access log';
  for (const { url } of stack) {
    const known = PARTS.find(([, files]) => files.test(url));
    if (known) return known[0];
  }
  return 'promises, V8, event loop';
}

function stacks(nodes: readonly Profiler.ProfileNode[]): (id: number) => Frame[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  return (id) => {
    const stack: Frame[] = [];
    for (let at: number | undefined = id; at !== undefined; at = callerOf.get(at)) {
      const node = byId.get(at);
      if (node) stack.push(node.callFrame);
    }
    return stack;
  };
}
