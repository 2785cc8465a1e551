import type { Question } from '../questions/question.js';
import { noAnswer, outcomeOf, type ExchangeResult, type Reply } from './outcome.js';
import type { TokenHolder } from './token-holder.js';

/** Where the service is, and how to get there. */
export interface Service {
  /** Without the path; a prefix is kept. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** For a question as a whole: token, answer, and both once more. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

const UNAUTHENTICATED = 401;

/** Puts a question to the service, with a token, within a deadline. */
export class Exchange {
  private readonly origin: string;

  constructor(
    private readonly service: Service,
    private readonly tokens: TokenHolder,
  ) {
    this.origin = service.baseUrl.replace(/\/+$/, '');
  }

  /**
   * Never rejects. A token that is refused is replaced, once.
   * @param entityTag of the answer at hand, so that it need not come again
   */
  async put(question: Question, entityTag: string | null): Promise<ExchangeResult> {
    const signal = AbortSignal.timeout(this.service.timeoutMs);
    const send = (token: string): Promise<Reply> => {
      const headers = new Headers({ accept: question.accept, authorization: `Bearer ${token}` });
      if (entityTag !== null) headers.set('if-none-match', entityTag);
      return this.send(question.path, { headers, signal });
    };
    let token: string | undefined;
    try {
      token = await this.tokens.current(signal);
      let reply = await send(token);
      if (reply.status === UNAUTHENTICATED) {
        const refused = token;
        token = undefined;
        token = await this.tokens.insteadOf(refused, signal);
        reply = await send(token);
      }
      return outcomeOf(reply, this.service.now());
    } catch (error) {
      return noAnswer(token === undefined ? 'no-token' : 'unreachable', error);
    }
  }

  private async send(path: string, init: RequestInit): Promise<Reply> {
    const response = await this.service.fetch(this.origin + path, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes };
  }
}
