import type { LoggerService } from '@nestjs/common';
import { MAX_CLOCK_DIFFERENCE_MS } from './lua-time.js';
import type { RedisClock } from './redis-clock.js';

/** Logs, once per change, whether the clock of this process differs from that of Redis. */
export class RedisClockLog {
  private isWrong = false;

  constructor(private readonly logger: LoggerService) {}

  follow({ differences }: Pick<RedisClock, 'differences'>): void {
    differences.on((aheadMs) => this.write(aheadMs));
  }

  private write(aheadMs: number): void {
    const isWrong = Math.abs(aheadMs) > MAX_CLOCK_DIFFERENCE_MS;
    if (isWrong === this.isWrong) return;
    this.isWrong = isWrong;
    if (!isWrong) return void this.logger.log('The clock agrees with that of Redis again.');
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    const direction = aheadMs > 0 ? 'ahead of' : 'behind';
    this.logger.error(
      `The clock is ${seconds} s ${direction} that of Redis, whose time is used instead. Correct the clocks: tokens are checked against this one.`,
    );
  }
}
