import { Exchange } from './exchange/exchange.js';
import { TokenHolder, type TokenSource } from './exchange/token-holder.js';
import { Cooldown } from './pause.js';
import {
  questionOf,
  type Body,
  type Position,
  type Topic,
  type View,
} from './questions/question.js';
import { Poller, type Answer } from './standing-question.js';

export interface WatchClientOptions {
  /** Of the service, without the path. */
  readonly baseUrl: string;
  /** Gets a token from the identity provider; called shortly before the last one expires. */
  readonly token: TokenSource;
  /** For a question as a whole; 10 s when left out. */
  readonly timeoutMs?: number;
  /** These stand in for the platform's own, for tests. */
  readonly now?: () => number;
  readonly random?: () => number;
  readonly fetch?: typeof fetch;
}

const TIMEOUT_MS = 10_000;
/** A moving watch requests many positions; the answers of the oldest ones are dropped. */
const MOST_QUESTIONS = 32;

/**
 * The weather, asked for as a good watch does. Each method may be called as often as one likes: it
 * makes a request only when there may be news, and rejects with a `WatchError` only when there is
 * nothing to show.
 */
export class WatchClient {
  private readonly questions = new Map<string, Poller>();
  private readonly pause = new Cooldown();
  private readonly exchange: Exchange;
  private readonly now: () => number;
  private readonly random: () => number;

  constructor(options: WatchClientOptions) {
    this.now = options.now ?? Date.now;
    this.random = options.random ?? Math.random;
    this.exchange = new Exchange(
      {
        baseUrl: options.baseUrl,
        fetch: options.fetch ?? fetch,
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
        now: this.now,
      },
      new TokenHolder(options.token, this.now),
    );
  }

  /** Everything that a screen of current conditions shows. */
  conditions(at: Position, view: View<'conditions'> = {}): Promise<Answer<Body<'conditions'>>> {
    return this.ask('conditions', at, view);
  }

  /** The coming hours; 12 by default. */
  hourlyForecast(
    at: Position,
    view: View<'hourlyForecast'> = {},
  ): Promise<Answer<Body<'hourlyForecast'>>> {
    return this.ask('hourlyForecast', at, view);
  }

  /** The coming local days; 5 by default. */
  dailyForecast(
    at: Position,
    view: View<'dailyForecast'> = {},
  ): Promise<Answer<Body<'dailyForecast'>>> {
    return this.ask('dailyForecast', at, view);
  }

  /** Official alerts; `unknown` is not `none`. */
  alerts(at: Position, view: View<'alerts'> = {}): Promise<Answer<Body<'alerts'>>> {
    return this.ask('alerts', at, view);
  }

  /** A whole watch face, by short keys; the fewest bytes of all. */
  glance(at: Position, view: View<'glance'> = {}): Promise<Answer<Body<'glance'>>> {
    return this.ask('glance', at, view);
  }

  /** Visibility now and precipitation of the past hour. */
  precipitation(
    at: Position,
    view: View<'precipitation'> = {},
  ): Promise<Answer<Body<'precipitation'>>> {
    return this.ask('precipitation', at, view);
  }

  /** The UV index now. */
  uvIndex(at: Position, view: View<'uvIndex'> = {}): Promise<Answer<Body<'uvIndex'>>> {
    return this.ask('uvIndex', at, view);
  }

  private ask<T extends Topic>(topic: T, at: Position, view: View<T>): Promise<Answer<Body<T>>> {
    const question = questionOf(topic, at, view);
    const { pause, now, random } = this;
    const standing =
      this.questions.get(question.path) ??
      new Poller({
        put: (entityTag) => this.exchange.put(question, entityTag),
        pause,
        now,
        random,
      });
    this.remember(question.path, standing);
    return standing.ask() as Promise<Answer<Body<T>>>;
  }

  /** Maps keep insertion order: the first key is the least recently used one. */
  private remember(path: string, standing: Poller): void {
    this.questions.delete(path);
    this.questions.set(path, standing);
    const [oldest] = this.questions.keys();
    if (this.questions.size > MOST_QUESTIONS && oldest !== undefined) this.questions.delete(oldest);
  }
}
