import {
  discoverTokenEndpoint,
  fetchTokenFrom,
} from '../../../../packages/client-credentials/fetch-token.js';
import type { TokenSource } from '../../../../packages/watch-client/http/token-cache.js';
import { UNTIL_REJECTED_MS, type SubjectTokens } from './subject-tokens.js';

/** Stands for the number of the watch in a client id. */
const NUMBER = '{n}';
const AT_ONCE = 8;

export interface IssuerTokensOptions {
  readonly issuer: string;
  /** With `{n}` each watch is a client of its own, and so a user of its own. */
  readonly clientId: string;
  readonly secret: string;
  readonly watches: number;
}

/** Tokens by client credentials: one client per watch, all with the same secret. */
export class IssuerTokens implements SubjectTokens {
  readonly subjects: number;
  private readonly tokens: (string | undefined)[] = [];
  private endpoint: Promise<string> | undefined;

  constructor(private readonly options: IssuerTokensOptions) {
    this.subjects = options.clientId.includes(NUMBER) ? options.watches : 1;
  }

  async prepare(report: (ready: number) => void): Promise<void> {
    let next = 0;
    let ready = 0;
    const work = async (): Promise<void> => {
      while (next < this.subjects) {
        const subject = next++;
        this.tokens[subject] = await this.fetch(subject);
        report(++ready);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** The prepared token first; a new one when the client asks again, after a 401. */
  sourceOf(watch: number): TokenSource {
    const subject = watch % this.subjects;
    let prepared = this.tokens[subject];
    return async () => {
      const value = prepared ?? (await this.fetch(subject));
      prepared = undefined;
      return { value, expiresAtMs: UNTIL_REJECTED_MS };
    };
  }

  private async fetch(subject: number): Promise<string> {
    const { issuer, clientId, secret } = this.options;
    this.endpoint ??= discoverTokenEndpoint(issuer);
    const client = clientId.replace(NUMBER, String(subject + 1));
    return fetchTokenFrom(await this.endpoint, { client, secret });
  }
}
