import { villagePosition } from '../../support/positions.js';
import type { Pod, Region } from '../region/region.js';
import { saysTheSame, warmQuestions } from './warm-question.js';

export type Phase = 'calm' | 'fault' | 'aftermath';

/** What a watch saw of one question. */
export interface Sight {
  readonly watch: 'warm' | 'cold';
  readonly pod: Pod;
  readonly topic: string;
  /** When it was asked, and when it was answered. */
  readonly asked: Phase;
  readonly answered: Phase;
  readonly answeredAtMs: number;
  readonly tookMs: number;
  /** 0 when no answer came at all. */
  readonly status: number;
  /** The `type` of a problem. */
  readonly problem: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly origin: string | undefined;
  /** How long ago a copy ceased to be fresh; 0 while it is. */
  readonly pastSeconds: number;
  /** Whether it says what was said before anything went wrong; true of a cold watch with a temperature. */
  readonly isRight: boolean;
}

/** Every so many questions one is for a position that nobody asked for before. */
export const COLD_EVERY = 5;
const QUESTIONS = warmQuestions();

/** Watches that ask the pods of a region in turn, and remember what they saw. */
export class Watches {
  phase: Phase = 'calm';
  seen: Sight[] = [];
  private readonly references = new Map<string, unknown>();
  private colds = 0;

  constructor(private readonly region: Region) {}

  /** Each pod gets to know all warm positions; the first time all is well this is what is right. */
  async warmUp(): Promise<void> {
    for (const { api } of this.region.pods) {
      await Promise.all(
        QUESTIONS.map(async ({ referencePath }) => {
          const answer = await this.region.world.get(referencePath, api);
          const body: unknown = await answer.json();
          if (!answer.ok) throw new Error(`${referencePath} is ${answer.status} while all is well`);
          if (!this.references.has(referencePath)) this.references.set(referencePath, body);
        }),
      );
    }
  }

  readonly ask = async (index: number): Promise<number> => {
    const { pods } = this.region;
    const [pod, turn] = [pods[index % pods.length], Math.floor(index / pods.length)];
    if (!pod) throw new Error('a region without pods');
    const isCold = turn % COLD_EVERY === COLD_EVERY - 1;
    const sight = await (isCold ? this.askCold(pod) : this.askWarm(pod, turn));
    this.seen.push(sight);
    return sight.status;
  };

  private askWarm(pod: Pod, turn: number): Promise<Sight> {
    const question = QUESTIONS[turn % QUESTIONS.length];
    if (!question) throw new Error('no question');
    const reference = this.references.get(question.referencePath);
    return this.see({ ...question, watch: 'warm', pod }, (body) => saysTheSame(body, reference));
  }

  private askCold(pod: Pod): Promise<Sight> {
    this.colds += 1;
    const path = `/v1/conditions?${villagePosition(this.colds)}`;
    return this.see(
      { watch: 'cold', topic: 'cold', path, pod },
      ({ temperature }) => typeof temperature === 'number',
    );
  }

  private async see(
    { path, ...who }: Pick<Sight, 'watch' | 'topic' | 'pod'> & { readonly path: string },
    isRight: (body: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<Sight> {
    const { watch, topic, pod } = who;
    const asked = this.phase;
    const startedAtMs = performance.now();
    const answer = await this.answerOf(pod, path);
    const answeredAtMs = performance.now();
    const { status = 0, headers, body = {} } = answer ?? {};
    const ttl = /ttl=(-?\d+)/.exec(headers?.get('cache-status') ?? '')?.[1];
    const retryAfter = headers?.get('retry-after');
    return {
      watch,
      topic,
      pod,
      asked,
      answered: this.phase,
      answeredAtMs,
      tookMs: answeredAtMs - startedAtMs,
      status,
      problem: textOf(body['type']),
      retryAfterSeconds: retryAfter ? Number(retryAfter) : undefined,
      origin: textOf(body['origin']),
      pastSeconds: Math.max(0, -Number(ttl ?? 0)),
      isRight: status === 200 && isRight(body),
    };
  }

  private async answerOf(
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
      // No answer, or none that can be read, is what was seen.
      return undefined;
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
