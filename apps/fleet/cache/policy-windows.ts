import type { Window } from '@app/read-through/window.js';
import { FreshnessPolicy, type RecordKind } from '../../../src/weather/cache/freshness-policy.js';
import type { Windows } from '../../../src/config/windows.js';
import type { Pace } from './pace.js';
import type { WindowRule } from './window-rule.js';

/** The windows of the product: its freshness policy, asked again whenever the pace of the budget changes. */
export class PolicyWindows implements WindowRule {
  readonly needsReads = false;
  private readonly speed = { ttlFactor: 1 };
  private readonly policy: FreshnessPolicy;
  private window: Window;

  constructor(
    windows: Windows,
    private readonly kind: RecordKind,
    private readonly expiresInMs: number,
    private readonly pace: Pace | undefined,
  ) {
    this.policy = new FreshnessPolicy(windows, this.speed);
    this.window = this.policy.windowOf(kind, expiresInMs);
  }

  reset(): void {}

  note(): void {}

  windowAt(_key: number, nowMs: number): Window {
    const ttlFactor = this.pace?.ttlFactorAt(nowMs) ?? 1;
    if (ttlFactor === this.speed.ttlFactor) return this.window;
    this.speed.ttlFactor = ttlFactor;
    this.window = this.policy.windowOf(this.kind, this.expiresInMs);
    return this.window;
  }
}
