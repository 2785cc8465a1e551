import type { Profiler } from 'node:inspector';
import { OriginalFiles } from './original-files.js';
import { LOG_WRITE, PARTS, type Part } from './parts.js';

type Frame = Pick<Profiler.ProfileNode['callFrame'], 'functionName' | 'url'>;

/** The share (0 to 1) of each part in the busy time of the main thread, largest first. */
export function shares(profile: Profiler.Profile): [part: Part, share: number][] {
  const stackOf = stacks(profile.nodes);
  const micros = new Map<Part, number>();
  let total = 0;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const stack = stackOf(id);
    if (!isWork(stack[0])) continue;
    const took = profile.timeDeltas?.[index] ?? 0;
    const part = partOf(stack);
    micros.set(part, (micros.get(part) ?? 0) + took);
    total += took;
  }
  return [...micros]
    .map(([part, took]): [Part, number] => [part, took / total])
    .toSorted(([, one], [, other]) => other - one);
}

/** Neither waiting nor the profiler itself. */
function isWork(frame: Frame | undefined): boolean {
  if (frame?.functionName === '(idle)') return false;
  const isProfiler = frame?.url === 'node:inspector' || frame?.functionName === 'dispatch';
  return !(isProfiler && !frame.url.startsWith('file:'));
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
  const files = new OriginalFiles();
  const byId = new Map(nodes.map(({ id, callFrame }) => [id, sourceOf(callFrame, files)]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  return (id) => {
    const stack: Frame[] = [];
    for (let at: number | undefined = id; at !== undefined; at = callerOf.get(at)) {
      const frame = byId.get(at);
      if (frame) stack.push(frame);
    }
    return stack;
  };
}

function sourceOf(frame: Profiler.ProfileNode['callFrame'], files: OriginalFiles): Frame {
  return { functionName: frame.functionName, url: files.of(frame) };
}
