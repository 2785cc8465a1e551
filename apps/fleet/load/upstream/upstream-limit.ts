import type { PhaseName } from '../plan/rate-segment.js';
import type { UpstreamMeter } from './upstream-meter.js';

/** Readings that may fail in a row; the next one that succeeds has their calls, too. */
const MAX_FAILURES = 3;

export interface UpstreamLimitOptions {
  readonly meter: Pick<UpstreamMeter, 'read'>;
  /** Undefined: no limit. */
  readonly maxCalls: number | undefined;
  readonly record: (phase: PhaseName, calls: number) => void;
  /** Called with a sentence when the run must end. */
  readonly stop: (reason: string) => void;
}

/** Attributes upstream calls to phases, and stops a run that causes too many or whose calls cannot be counted. */
export class UpstreamLimit {
  total = 0;
  private failures = 0;
  /** Readings follow each other, so that none counts a call twice. */
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly options: UpstreamLimitOptions) {}

  /** Takes the first reading. @throws when the calls cannot be read */
  async start(): Promise<void> {
    await this.options.meter.read();
  }

  /** Counts the calls since the last reading for a phase. Never rejects. */
  readFor(phase: PhaseName): Promise<void> {
    this.reading = this.reading.then(() => this.read(phase));
    return this.reading;
  }

  private async read(phase: PhaseName): Promise<void> {
    const { meter, maxCalls, record, stop } = this.options;
    try {
      const calls = await meter.read();
      this.failures = 0;
      this.total += calls;
      record(phase, calls);
      if (maxCalls !== undefined && this.total > maxCalls) {
        stop(`${this.total} upstream calls were caused; --max-upstream-calls is ${maxCalls}`);
      }
    } catch (error) {
      this.failures += 1;
      if (this.failures < MAX_FAILURES) return;
      stop(error instanceof Error ? error.message : String(error));
    }
  }
}
