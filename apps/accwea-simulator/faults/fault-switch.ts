import type { Endpoint } from '../server/call.js';
import type { Fault } from './fault.js';

/** Holds the fault that is on, and counts down its `times`. */
export class FaultSwitch {
  private fault: Fault | undefined;
  private timesLeft = 0;

  /** The fault that is on, with the times that are left. */
  get current(): Fault | undefined {
    if (!this.fault || this.timesLeft <= 0) return undefined;
    return this.fault.times === undefined ? this.fault : { ...this.fault, times: this.timesLeft };
  }

  set(fault: Fault | undefined): void {
    this.fault = fault;
    this.timesLeft = fault?.times ?? Infinity;
  }

  /** The fault for this call, if any; counts it. */
  take(endpoint: Endpoint): Fault | undefined {
    const fault = this.current;
    if (!fault || (fault.endpoint && fault.endpoint !== endpoint)) return undefined;
    this.timesLeft--;
    return fault;
  }
}
