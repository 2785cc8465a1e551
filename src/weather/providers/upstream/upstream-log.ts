import type { LoggerService } from '@nestjs/common';
import { LoadError } from '@app/load/load.error.js';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** Faults that neither pause nor trip anything: they would leave no trace otherwise. */
const LOGGED_ONCE: readonly string[] = ['forbidden', 'rejected'];

type CooldownEvent = GuardEvent & { readonly name: 'paused' | 'resumed' };
type BreakerEvent = GuardEvent & { readonly name: 'breaker' };
type FailureEvent = GuardEvent & { readonly name: 'failed' };

/** Logs the state of the providers: a line when it changes, not one per call. */
export class UpstreamLog {
  private readonly openBreakers = new Set<string>();
  private readonly loggedFailures = new Set<string>();

  /** @param providers all that events may name */
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
          `${this.nameOf(event)} is asked again${operationSuffix(event)}.`,
        );
      case 'failed':
        return this.writeFailure(event, this.nameOf(event));
      case 'answered':
      case 'retried':
      case 'overloaded':
        return undefined;
    }
  };

  /** A probe that fails changes nothing: the breaker was open and is so again. */
  private writeBreaker({ source, operation, state, cause }: BreakerEvent, name: string): void {
    const id = `${source} ${operation}`;
    if (state === 'open' && !this.openBreakers.has(id)) {
      this.openBreakers.add(id);
      const { code, message } = LoadError.of(cause);
      this.logger.warn(`${name} does not answer: ${code} (${operation}, ${message}).`);
    } else if (state === 'closed' && this.openBreakers.delete(id)) {
      this.logger.log(`${name} answers again (${operation}).`);
    }
  }

  private writeCooldown(event: CooldownEvent, name: string): void {
    if (event.scope === 'key') {
      const variable = this.descriptorOf(event)?.keyVariable;
      this.logger.error(`${name} refuses the key: replace ${variable}.`);
      return;
    }
    const until = new Date(event.untilMs).toISOString();
    this.logger.warn(
      `${name} is left alone until ${until}: ${event.reason}${operationSuffix(event)}.`,
    );
  }

  private writeFailure({ source, operation, code, cause }: FailureEvent, name: string): void {
    const id = `${source} ${operation} ${code}`;
    if (!LOGGED_ONCE.includes(code) || this.loggedFailures.has(id)) return;
    this.loggedFailures.add(id);
    const { message } = LoadError.of(cause);
    this.logger.warn(`${name} refuses what is asked: ${code} (${operation}, ${message}).`);
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
