import type { Clock } from '@app/clock/clock.js';
import type { DatasetRequest } from './accwea.requests.js';
import { PlanGate } from './plan-gate.js';
import { SpanLadder } from './span-ladder.js';

/** What the plan includes of one dataset: nothing, all, or spans up to some length. */
export class PlanAccess {
  private readonly gate: PlanGate | undefined;
  private readonly ladder: SpanLadder | undefined;

  constructor({ isOptionalInPlan, spans }: DatasetRequest<unknown>, clock: Clock) {
    if (isOptionalInPlan) this.gate = new PlanGate(clock);
    if (spans) this.ladder = new SpanLadder(spans.unit, spans.lengths, clock);
  }

  /**
   * @param ask must fail with a ProviderError `forbidden` where the plan ends; its span means nothing
   * for a dataset without spans
   * @throws ProviderError `forbidden` when the plan does not include it, and whatever else `ask` throws
   */
  run<T>(ask: (span: number) => Promise<T>): Promise<T> {
    const { gate, ladder } = this;
    const askLongest = (): Promise<T> => (ladder ? ladder.requestLongest(ask) : ask(0));
    return gate ? gate.run(askLongest) : askLongest();
  }
}
