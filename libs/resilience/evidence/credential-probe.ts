import type { Clock } from '@app/clock/clock.js';
import type { Call } from '../call.js';
import type { CredentialEvidence, WorkingCall } from './credential-evidence.js';

/** Long enough for other calls under way to show that the API key still works. */
const WAIT_FOR_EVIDENCE_MS = 500;
/** A refusal of what never worked is hardly due to the key: a plan may lack it for months. */
const MIN_INTERVAL_MS = { worked: 60_000, neverWorked: 15 * 60_000 } as const;

/**
 * After a refusal that may be due to the API key, repeats a call that worked, in the background, and if it
 * is refused one of each other operation: only then does the source refuse the key and not just the calls.
 */
export class CredentialProbe {
  private isDue = false;
  private lastProbeAtMs = -Infinity;

  /** @param run makes the call as a probe; its result goes to the evidence */
  constructor(
    private readonly evidence: CredentialEvidence,
    private readonly clock: Clock,
    private readonly run: (working: WorkingCall) => Promise<void>,
  ) {}

  /** @param history whether the refused operation worked before */
  after(refused: Call, history: keyof typeof MIN_INTERVAL_MS): void {
    if (this.isDue || this.clock.nowMs() < this.lastProbeAtMs + MIN_INTERVAL_MS[history]) return;
    this.isDue = true;
    setTimeout(() => void this.probe(refused), WAIT_FOR_EVIDENCE_MS).unref();
  }

  private async probe(refused: Call): Promise<void> {
    let last: WorkingCall | undefined;
    try {
      // A probe that is refused leads to the next one; one that shows nothing stays the one to make.
      for (let next = this.evidence.toProbe(refused); next && next !== last;) {
        last = next;
        await this.run(next);
        next = this.evidence.toProbe(refused);
      }
    } finally {
      // Without a probe, the next refusal may bring one.
      if (last) this.lastProbeAtMs = this.clock.nowMs();
      this.isDue = false;
    }
  }
}
