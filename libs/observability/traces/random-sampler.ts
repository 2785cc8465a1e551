import { SamplingDecision, type Sampler, type SamplingResult } from '@opentelemetry/sdk-trace';

/**
 * Samples a share of the requests by our own random numbers. OpenTelemetry's sampler decides by the trace id, which the
 * caller can choose such that it is always sampled.
 */
export class RandomSampler implements Sampler {
  /** @param share in [0, 1] */
  constructor(private readonly share: number) {}

  shouldSample(): SamplingResult {
    const isSampled = Math.random() < this.share;
    return {
      decision: isSampled ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD,
    };
  }

  toString(): string {
    return `RandomSampler{${this.share}}`;
  }
}
