import { lifetimeOf, type Lifetime } from './answers/lifetime.js';
import { waitAfter } from './answers/wait-after.js';
import { noAnswer, type Failure, type ExchangeResult } from './exchange/outcome.js';
import { Cooldown } from './pause.js';
import { WatchError } from './watch-error.js';

/** What a watch shows. */
export interface Answer<Body> {
  /** As it was sent. Its own age fields are of that time: an unchanged body does not come again. */
  readonly body: Body;
  /** When the weather was so; milliseconds since the epoch, as all times here. */
  readonly asOfMs: number;
  /** Past its time: the service had an old copy only, or could not be asked. */
  readonly stale: boolean;
  /** Why the service could not be asked; null when it could, or need not be. */
  readonly problem: WatchError | null;
  /** Until then the same is answered, without a request: the time of the next wake-up. */
  readonly askAgainAtMs: number;
}

interface Kept extends Lifetime {
  readonly body: object;
  readonly entityTag: string | null;
  readonly keptAtMs: number;
}

export interface Asking {
  readonly put: (entityTag: string | null) => Promise<ExchangeResult>;
  /** Of all questions of this watch. */
  readonly pause: Cooldown;
  readonly now: () => number;
  readonly random: () => number;
}

/** Nothing is known there, or the question is none: an old answer is not right either. */
const OVERRULES: readonly (number | null)[] = [400, 404];
/** The token, the pilot, the limit: of the user, whatever is asked. */
const CONCERNS_THE_USER: readonly (number | null)[] = [401, 403, 429];

/** Polls one representation: one request at a time, and only after the last answer expired. */
export class Poller {
  private kept: Kept | undefined;
  private asking: Promise<Answer<object>> | undefined;
  private failuresInARow = 0;
  private readonly pause = new Cooldown();

  constructor(private readonly by: Asking) {}

  /** @throws WatchError when there is nothing to show */
  ask(): Promise<Answer<object>> {
    this.asking ??= this.answer().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async answer(): Promise<Answer<object>> {
    const nowMs = this.by.now();
    const { kept } = this;
    if (kept && nowMs >= kept.keptAtMs && nowMs < kept.askAgainAtMs) return answerOf(kept);
    const reason = this.pause.reasonAt(nowMs) ?? this.by.pause.reasonAt(nowMs);
    if (reason) return this.without(reason, nowMs);
    const outcome = await this.by.put(kept?.entityTag ?? null);
    return this.take(outcome, this.by.now());
  }

  private take(outcome: ExchangeResult, nowMs: number): Answer<object> {
    switch (outcome.kind) {
      case 'news':
        return this.keep(outcome.body, { headers: outcome.headers, body: outcome.body }, nowMs);
      case 'unchanged':
        if (this.kept)
          return this.keep(this.kept.body, { headers: outcome.headers, body: {} }, nowMs);
        return this.fail(
          noAnswer('unreadable', new Error('304 to a question without a tag')),
          nowMs,
        );
      case 'failure':
        return this.fail(outcome, nowMs);
    }
  }

  /** @param arrived what came just now: without a body when it is unchanged */
  private keep(
    body: object,
    arrived: { readonly headers: Headers; readonly body: object },
    nowMs: number,
  ): Answer<object> {
    const lifetime = lifetimeOf({ ...arrived, nowMs, random: this.by.random });
    this.kept = { ...lifetime, body, entityTag: arrived.headers.get('etag'), keptAtMs: nowMs };
    this.failuresInARow = 0;
    return answerOf(this.kept);
  }

  private fail(failure: Failure, nowMs: number): Answer<object> {
    this.failuresInARow += 1;
    const waitMs = waitAfter(failure, this.failuresInARow, this.by.random);
    const error = new WatchError(failure, nowMs + waitMs);
    const pause = CONCERNS_THE_USER.includes(failure.status) ? this.by.pause : this.pause;
    pause.begin(error, nowMs);
    if (OVERRULES.includes(failure.status)) this.kept = undefined;
    return this.without(error, nowMs);
  }

  private without(problem: WatchError, nowMs: number): Answer<object> {
    if (!this.kept || nowMs >= this.kept.usableUntilMs) throw problem;
    const { askAgainAtMs } = problem;
    return { ...answerOf(this.kept), stale: true, problem, askAgainAtMs };
  }
}

function answerOf({ body, asOfMs, stale, askAgainAtMs }: Kept): Answer<object> {
  return { body, asOfMs, stale, problem: null, askAgainAtMs };
}
