import type { LoggerService } from '@nestjs/common';
import { LoadError } from '@app/load/load.error.js';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** Faults without cooldown and circuit breaker, which would otherwise leave no trace. */
const LOGGED_ONCE: readonly string[] = ['forbidden', 'rejected'];

type CooldownEvent = GuardEvent & { readonly name: 'paused' | 'resumed' };
type BreakerEvent = GuardEvent & { readonly name: 'breaker' };
type FailureEvent = GuardEvent & { readonly name: 'failed' };

/** Logs the state of the providers: one line per change, not per call. */
export class UpstreamLog {
  private readonly openBreakers = new Set<string>();
  private readonly loggedFailures = new Set<string>();

  /** @param providers all providers that events can refer to */
  constructor(
    private readonly logger: LoggerService,
    private readonly providers: readonly ProviderDescriptor[],
  ) {}

  readonly write = (event: GuardEvent): void => {
    switch (event.name) {
      case 'breaker':
        return this.writeBreaker(event, this.nameOf(event));
      case 'paused':
        return this.writeCooldown(event, this.nameOf(event));
      case 'resumed':
        return void this.logger.log(
          `${this.nameOf(event)}: cooldown ended${operationSuffix(event)}.`,
        );
      case 'failed':
        return this.writeFailure(event, this.nameOf(event));
      case 'answered':
      case 'retried':
      case 'overloaded':
        return undefined;
    }
  };

  /** A failed probe is not logged: the breaker stays open. */
  private writeBreaker({ source, operation, state, cause }: BreakerEvent, name: string): void {
    const id = `${source} ${operation}`;
    if (state === 'open' && !this.openBreakers.has(id)) {
      this.openBreakers.add(id);
      const { code, message } = LoadError.of(cause);
      this.logger.warn(`${name}: circuit breaker opened: ${code} (${operation}, ${message}).`);
    } else if (state === 'closed' && this.openBreakers.delete(id)) {
      this.logger.log(`${name}: circuit breaker closed (${operation}).`);
    }
  }

  private writeCooldown(event: CooldownEvent, name: string): void {
    if (event.scope === 'key') {
      const variable = this.descriptorOf(event)?.keyVariable;
      this.logger.error(`${name} refuses the key: replace ${variable ?? 'it'}.`);
      return;
    }
    const until = new Date(event.untilMs).toISOString();
    this.logger.warn(`${name}: cooldown until ${until}: ${event.reason}${operationSuffix(event)}.`);
  }

  private writeFailure({ source, operation, code, cause }: FailureEvent, name: string): void {
    const id = `${source} ${operation} ${code}`;
    if (!LOGGED_ONCE.includes(code) || this.loggedFailures.has(id)) return;
    this.loggedFailures.add(id);
    const { message } = LoadError.of(cause);
    this.logger.warn(`${name} rejects the request: ${code} (${operation}, ${message}).`);
  }

  private nameOf(event: GuardEvent): string {
    return this.descriptorOf(event)?.shortName ?? event.source;
  }

  private descriptorOf({ source }: GuardEvent): ProviderDescriptor | undefined {
    return this.providers.find(({ name }) => name === source);
  }
}

function operationSuffix({ scope, of }: CooldownEvent): string {
  return scope === 'lane' ? ` (${of})` : '';
}
