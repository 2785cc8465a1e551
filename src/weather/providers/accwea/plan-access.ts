import type { Clock } from '@app/clock/clock.js';
import type { DatasetRequest } from './accwea.requests.js';
import { PlanGate } from './plan-gate.js';
import { SpanLadder } from './span-ladder.js';

/** Tracks how much of a dataset the plan includes: nothing, all of it, or spans up to some length. */
export class PlanAccess {
  private readonly gate: PlanGate | undefined;
  private readonly ladder: SpanLadder | undefined;

  constructor({ isOptionalInPlan, spans }: DatasetRequest<unknown>, clock: Clock) {
    if (isOptionalInPlan) this.gate = new PlanGate(clock);
    if (spans) this.ladder = new SpanLadder(spans.unit, spans.lengths, clock);
  }

  /**
   * @param request must fail with a ProviderError `forbidden` where the plan ends; its span is ignored
   * for a dataset without spans
   * @throws ProviderError `forbidden` when the plan excludes it, and any other error of `request`
   */
  run<T>(request: (span: number) => Promise<T>): Promise<T> {
    const { gate, ladder } = this;
    const requestLongest = (): Promise<T> => (ladder ? ladder.requestLongest(request) : request(0));
    return gate ? gate.run(requestLongest) : requestLongest();
  }
}
