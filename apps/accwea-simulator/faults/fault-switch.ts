import type { Call } from '../server/call.js';
import type { Fault } from './fault.js';

/** Holds the active fault and counts down its `times`. */
export class FaultSwitch {
  private fault: Fault | undefined;
  private timesLeft = 0;

  /** The active fault with its remaining `times`. */
  get current(): Fault | undefined {
    if (!this.fault || this.timesLeft <= 0) return undefined;
    return this.fault.times === undefined ? this.fault : { ...this.fault, times: this.timesLeft };
  }

  set(fault: Fault | undefined): void {
    this.fault = fault;
    this.timesLeft = fault?.times ?? Infinity;
  }

  /** The fault for this call, if any; counts it. */
  take(call: Pick<Call, 'endpoint' | 'target' | 'span'>): Fault | undefined {
    const fault = this.current;
    if (!fault || !affects(fault, call)) return undefined;
    this.timesLeft--;
    return fault;
  }
}

function affects(
  { endpoint, target, span }: Fault,
  call: Pick<Call, 'endpoint' | 'target' | 'span'>,
): boolean {
  return (
    (endpoint ?? call.endpoint) === call.endpoint &&
    (target ?? call.target) === call.target &&
    (span ?? call.span) === call.span
  );
}
