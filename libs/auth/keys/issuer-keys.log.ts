import { Logger } from '@nestjs/common';
import type { KeyFault } from './read-signing-key.js';

const REJECTED: Readonly<Record<KeyFault, string>> = {
  malformed: 'malformed',
  secret: 'with private or symmetric key material',
  weak: 'RSA of an unsafe size or exponent',
};

/** Logs what changes between fetches of the issuer's keys: each state once. */
export class IssuerKeysLog {
  private readonly logger = new Logger('IssuerKeys');
  private failure: string | undefined;
  private rejected = '';

  /** @param rejected how many keys are not used, by reason */
  loaded(rejected: ReadonlyMap<KeyFault, number>): void {
    if (this.failure !== undefined) this.logger.log('The issuer answers again.');
    this.failure = undefined;
    const counts = [...rejected].map(([fault, count]) => `${REJECTED[fault]}: ${count}`).join(', ');
    if (counts !== this.rejected && counts !== '') {
      this.logger.warn(`Keys of the issuer are skipped (${counts}).`);
    }
    this.rejected = counts;
  }

  /** @param consequence completes "The issuer's keys cannot be read: …" */
  failed(error: unknown, consequence: string): void {
    const failure = error instanceof Error ? error.message : String(error);
    if (failure === this.failure) return;
    this.failure = failure;
    this.logger.warn({
      err: error,
      message: `The issuer's keys cannot be read: ${consequence}.`,
    });
  }
}
