import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { IdentityUnavailableError } from '../errors/identity-unavailable.error.js';
import { TokenBucket } from './token-bucket.js';
import { IssuerClient } from './issuer-client.js';
import type { SigningKey } from './signing-key.js';

const REFRESH_EVERY_MS = 60_000;
const RETRY_AFTER_MS = 2_000;

/**
 * The issuer's keys of the last successful fetch. They stay until the issuer lists another set, so that known
 * keys work during an outage of the issuer. An unknown `kid` triggers a fetch at once.
 */
@Injectable()
export class IssuerKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(IssuerKeys.name);
  private keys: ReadonlyMap<string | undefined, SigningKey> | undefined;
  private loading: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failing = false;

  constructor(
    private readonly client: IssuerClient,
    private readonly bucket: TokenBucket,
  ) {}

  /** True after the first successful load. */
  get loaded(): boolean {
    return this.keys !== undefined;
  }

  /** Whether the issuer still lists exactly this key. */
  holds(key: SigningKey): boolean {
    return this.keys?.get(key.kid) === key;
  }

  /**
   * The key for the `kid` of a token; a token without `kid` gets the only key, if there is one.
   * @returns undefined when the issuer does not list it
   * @throws IdentityUnavailableError when no key was ever loaded
   */
  async find(kid: string | undefined): Promise<SigningKey | undefined> {
    const known = this.lookUp(kid);
    if (known) return known;
    const othersLoad = this.loading !== undefined;
    await this.refresh();
    // A load in flight may have started before the key was published. After a failed load, callers do
    // not wait for another one.
    if (othersLoad && !this.failing && !this.lookUp(kid)) await this.refresh();
    if (!this.loaded) throw new IdentityUnavailableError();
    return this.lookUp(kid);
  }

  onApplicationBootstrap(): void {
    void this.keepFresh();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private lookUp(kid: string | undefined): SigningKey | undefined {
    if (kid === undefined && this.keys?.size === 1) return [...this.keys.values()][0];
    return this.keys?.get(kid);
  }

  private async keepFresh(): Promise<void> {
    await this.refresh();
    this.timer = setTimeout(
      () => void this.keepFresh(),
      this.loaded ? REFRESH_EVERY_MS : RETRY_AFTER_MS,
    );
    this.timer.unref();
  }

  private async refresh(): Promise<void> {
    if (!this.loading) {
      if (!this.bucket.take()) return;
      this.loading = this.load().finally(() => {
        this.loading = undefined;
      });
    }
    await this.loading;
  }

  private async load(): Promise<void> {
    try {
      this.adopt(await this.client.fetchKeys());
      if (this.failing) this.logger.log('The issuer answers again.');
      this.failing = false;
    } catch (error) {
      if (!this.failing) {
        const consequence = this.loaded ? 'known keys stay in use' : 'no token can be verified yet';
        this.logger.warn({
          err: error,
          message: `The issuer's keys cannot be read: ${consequence}.`,
        });
      }
      this.failing = true;
    }
  }

  /** Keeps the object of an unchanged key, so that caches can compare by identity. */
  private adopt(fetched: readonly SigningKey[]): void {
    this.keys = new Map(
      fetched.map((key) => {
        const old = this.keys?.get(key.kid);
        const same = old && old.publicKey === key.publicKey && old.alg === key.alg;
        return [key.kid, same ? old : key];
      }),
    );
  }
}
