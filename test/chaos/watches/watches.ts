import { villagePosition } from '../../support/positions.js';
import type { Pod, ChaosRegion } from '../region/chaos-region.js';
import { isConsistentWith, warmRequests } from './warm-request.js';

export type Phase = 'baseline' | 'fault' | 'recovery';

/** What a watch observed of one request. */
export interface WatchResult {
  readonly watch: 'warm' | 'cold';
  readonly pod: Pod;
  readonly topic: string;
  /** The phases in which the request was sent and answered. */
  readonly requestPhase: Phase;
  readonly responsePhase: Phase;
  readonly answeredAtMs: number;
  readonly durationMs: number;
  /** 0 when no response came. */
  readonly status: number;
  /** The `type` of a problem. */
  readonly problem: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly origin: string | undefined;
  /** Seconds past the end of the freshness window; 0 while the copy is fresh. */
  readonly staleSeconds: number;
  /** Whether the weather equals the one before the fault; for a cold watch, whether there is a temperature. */
  readonly isCorrect: boolean;
}

/** One request in this many is for an uncached position. */
export const COLD_EVERY = 5;
const REQUESTS = warmRequests();

/** Watches that send requests to the pods of a region in turn and record the results. */
export class Watches {
  phase: Phase = 'baseline';
  results: WatchResult[] = [];
  private readonly references = new Map<string, unknown>();
  private coldRequests = 0;

  constructor(private readonly region: ChaosRegion) {}

  /** Fills the cache of each pod with all warm positions. The answers of the first call are the reference. */
  async warmUp(): Promise<void> {
    for (const { api } of this.region.pods) {
      await Promise.all(
        REQUESTS.map(async ({ referencePath }) => {
          const answer = await this.region.world.get(referencePath, api);
          const body: unknown = await answer.json();
          if (!answer.ok) throw new Error(`${referencePath} is ${answer.status} without a fault`);
          if (!this.references.has(referencePath)) this.references.set(referencePath, body);
        }),
      );
    }
  }

  readonly send = async (index: number): Promise<number> => {
    const { pods } = this.region;
    const [pod, turn] = [pods[index % pods.length], Math.floor(index / pods.length)];
    if (!pod) throw new Error('a region without pods');
    const isCold = turn % COLD_EVERY === COLD_EVERY - 1;
    const result = await (isCold ? this.sendCold(pod) : this.sendWarm(pod, turn));
    this.results.push(result);
    return result.status;
  };

  private sendWarm(pod: Pod, turn: number): Promise<WatchResult> {
    const request = REQUESTS[turn % REQUESTS.length];
    if (!request) throw new Error('there are no warm requests');
    const reference = this.references.get(request.referencePath);
    return this.measure({ ...request, watch: 'warm', pod }, (body) =>
      isConsistentWith(body, reference),
    );
  }

  private sendCold(pod: Pod): Promise<WatchResult> {
    this.coldRequests += 1;
    const path = `/v1/conditions?${villagePosition(this.coldRequests)}`;
    return this.measure(
      { watch: 'cold', topic: 'cold', path, pod },
      ({ temperature }) => typeof temperature === 'number',
    );
  }

  private async measure(
    { path, ...who }: Pick<WatchResult, 'watch' | 'topic' | 'pod'> & { readonly path: string },
    isRight: (body: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<WatchResult> {
    const { watch, topic, pod } = who;
    const requestPhase = this.phase;
    const startedAtMs = performance.now();
    const answer = await this.responseOf(pod, path);
    const answeredAtMs = performance.now();
    const { status = 0, headers, body = {} } = answer ?? {};
    const ttl = /ttl=(-?\d+)/.exec(headers?.get('cache-status') ?? '')?.[1];
    const retryAfter = headers?.get('retry-after');
    return {
      watch,
      topic,
      pod,
      requestPhase,
      responsePhase: this.phase,
      answeredAtMs,
      durationMs: answeredAtMs - startedAtMs,
      status,
      problem: textOf(body['type']),
      retryAfterSeconds: retryAfter ? Number(retryAfter) : undefined,
      origin: textOf(body['origin']),
      staleSeconds: Math.max(0, -Number(ttl ?? 0)),
      isCorrect: status === 200 && isRight(body),
    };
  }

  private async responseOf(
    { api }: Pod,
    path: string,
  ): Promise<
    | {
        readonly status: number;
        readonly headers: Headers;
        readonly body: Readonly<Record<string, unknown>>;
      }
    | undefined
  > {
    try {
      const answer = await this.region.world.get(path, api);
      const body = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, headers: answer.headers, body };
    } catch {
      // A missing or unreadable response is a result as well.
      return undefined;
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
