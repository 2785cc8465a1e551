import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { IdentityUnavailableError } from '../errors/identity-unavailable.error.js';
import type { TokenHeader } from '../tokens/token-header.js';
import { TokenBucket } from './token-bucket.js';
import { IssuerClient } from './issuer-client.js';
import { IssuerKeysLog } from './issuer-keys.log.js';
import { KeySet } from './key-set.js';
import type { SigningKey } from './signing-key.js';

const REFRESH_EVERY_MS = 60_000;
const RETRY_AFTER_MS = 2_000;

/**
 * The issuer's keys of the last successful fetch; before the first one, those of the snapshot, if there is one. They stay
 * until the issuer lists another set, so that known keys work during an outage of the issuer. A token that no known key
 * fits or verifies triggers a fetch at once.
 */
@Injectable()
export class IssuerKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new IssuerKeysLog();
  private keys: KeySet | undefined;
  private loading: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failing = false;
  private snapshotInUse = false;
  private refreshedMs: number | undefined;

  constructor(
    private readonly client: IssuerClient,
    private readonly bucket: TokenBucket,
    private readonly clock: Clock,
  ) {}

  /** When the issuer's keys were last read, ms since the epoch; undefined before the first time. */
  get refreshedAtMs(): number | undefined {
    return this.refreshedMs;
  }

  /** True after the first successful load, also of the snapshot. */
  get loaded(): boolean {
    return this.keys !== undefined;
  }

  /** Whether the keys are those of the snapshot, because the issuer has not answered since the start. */
  get fromSnapshot(): boolean {
    return this.snapshotInUse;
  }

  /** Whether the issuer still lists exactly this key. */
  holds(key: SigningKey): boolean {
    return this.keys?.has(key) === true;
  }

  /** The known keys that may have signed a token, to be tried first. */
  known(header: TokenHeader): readonly SigningKey[] {
    return this.keys?.candidates(header) ?? [];
  }

  /**
   * The keys that may have signed a token, after another fetch, without those that were tried: the issuer may have
   * published one, or replaced the material under the same `kid`. To be tried one after the other.
   * @throws IdentityUnavailableError when the issuer has not answered since the start: its keys may be others
   */
  async *published(
    header: TokenHeader,
    known: readonly SigningKey[],
  ): AsyncGenerator<SigningKey, void, undefined> {
    const tried = new Set(known);
    const othersLoad = this.loading !== undefined;
    await this.refresh();
    for (const key of this.untried(header, tried)) yield key;
    // A load in flight may have started before the key was published. After a failed load, callers do
    // not wait for another one.
    if (othersLoad && !this.failing) {
      await this.refresh();
      for (const key of this.untried(header, tried)) yield key;
    }
    if (!this.loaded || this.fromSnapshot) throw new IdentityUnavailableError();
  }

  onApplicationBootstrap(): void {
    void this.keepFresh();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private *untried(header: TokenHeader, tried: Set<SigningKey>): Generator<SigningKey> {
    for (const key of this.known(header)) {
      if (tried.has(key)) continue;
      tried.add(key);
      yield key;
    }
  }

  private async keepFresh(): Promise<void> {
    await this.refresh();
    this.timer = setTimeout(
      () => void this.keepFresh(),
      this.loaded && !this.fromSnapshot ? REFRESH_EVERY_MS : RETRY_AFTER_MS,
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
      const { keys, rejected } = await this.client.fetchKeys();
      this.keys = new KeySet(keys);
      this.refreshedMs = this.clock.nowMs();
      this.snapshotInUse = false;
      this.failing = false;
      this.log.loaded(rejected);
    } catch (error) {
      this.failing = true;
      if (!this.loaded) await this.useSnapshot();
      this.log.failed(error, this.consequence);
    }
  }

  private async useSnapshot(): Promise<void> {
    const keys = await this.client.readSnapshot();
    if (keys === undefined) return;
    this.keys = new KeySet(keys);
    this.snapshotInUse = true;
  }

  private get consequence(): string {
    if (!this.loaded) return 'no token can be verified yet';
    return this.fromSnapshot
      ? 'a snapshot of its keys is in use, in which new keys are missing and withdrawn ones may be listed'
      : 'known keys stay in use';
  }
}
