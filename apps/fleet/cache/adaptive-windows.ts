import { windowBy, type FreshnessRule } from '@app/read-through/freshness-rule.js';
import { idleWindowMs } from '@app/read-through/idle-window.js';
import type { Window } from '@app/read-through/window.js';
import type { WindowRule } from './window-rule.js';

/**
 * Windows that lengthen where requests are rare, as `idleWindowMs` of the product says for a call that costs as much as
 * `priceSeconds` of age. The rate is that of the record so far; the product estimates it from one gap. The rule's bounds apply.
 */
export class AdaptiveWindows implements WindowRule {
  readonly needsReads = true;
  private firstAt = new Float64Array(0);
  private requests = new Float64Array(0);

  constructor(
    private readonly rule: FreshnessRule,
    private readonly priceSeconds: number,
  ) {}

  reset(keys: number): void {
    if (this.firstAt.length < keys) {
      this.firstAt = new Float64Array(keys);
      this.requests = new Float64Array(keys);
    }
    this.requests.fill(0, 0, keys);
  }

  note(key: number, nowMs: number): void {
    if (this.requests[key] === 0) this.firstAt[key] = nowMs;
    this.requests[key] = (this.requests[key] ?? 0) + 1;
  }

  windowAt(key: number, nowMs: number): Window {
    const seconds = (nowMs - (this.firstAt[key] ?? nowMs)) / 1_000;
    // Until there is a second request, as if there had been one per price.
    const perSecond = (this.requests[key] ?? 1) / Math.max(seconds, this.priceSeconds);
    const windowMs = idleWindowMs(1_000 / perSecond, 1_000 * this.priceSeconds);
    return windowBy(this.rule, windowMs, 1);
  }
}
