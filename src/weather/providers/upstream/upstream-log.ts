import type { LoggerService } from '@nestjs/common';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** A place that the provider no longer knows is nothing to act on. */
const NOT_LOGGED: readonly string[] = ['unknown-place'];

type CooldownEvent = GuardEvent & { readonly name: 'paused' | 'resumed' };
type BreakerEvent = GuardEvent & { readonly name: 'breaker' };

/** Logs the state of the providers: one line per change, not per call. */
export class UpstreamLog {
  private readonly loggedItemReasons = new Set<string>();

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
        return this.writeEnd(event, this.nameOf(event));
      case 'answered':
      case 'failed':
      case 'retried':
      case 'overloaded':
        return undefined;
    }
  };

  private writeBreaker(event: BreakerEvent, name: string): void {
    const { isOpen, operation, reason, message } = event;
    if (!isOpen) return void this.logger.log(`${name}: circuit breaker closed (${operation}).`);
    this.logger.warn(`${name}: circuit breaker opened: ${reason} (${operation}, ${message}).`);
  }

  private writeCooldown(event: CooldownEvent, name: string): void {
    const { scope, of = '', reason, message } = event;
    const until = new Date(event.untilMs).toISOString();
    switch (scope) {
      case 'credential': {
        const variable = this.descriptorOf(event)?.keyVariable;
        return void this.logger.error(`${name} refuses the key: replace ${variable ?? 'it'}.`);
      }
      case 'item':
        return this.writeItem(`${event.source} ${of} ${reason}`, event, name);
      case 'operation':
        return void this.logger.warn(
          `${name}: cooldown until ${until}: ${reason} (${[of, message].filter(Boolean).join(', ')}).`,
        );
      case 'source':
        return void this.logger.warn(`${name}: cooldown until ${until}: ${reason}.`);
    }
  }

  /** Once per operation and reason, because the number of places is not bounded. */
  private writeItem(id: string, { of, reason, message }: CooldownEvent, name: string): void {
    if (NOT_LOGGED.includes(reason) || this.loggedItemReasons.has(id)) return;
    this.loggedItemReasons.add(id);
    const details = [of, message].filter(Boolean).join(', ');
    this.logger.warn(`${name} has no answer for some places: ${reason} (${details}).`);
  }

  private writeEnd({ scope, of }: CooldownEvent, name: string): void {
    if (scope === 'item') return;
    const suffix = scope === 'operation' ? ` (${of})` : '';
    this.logger.log(`${name}: cooldown ended${suffix}.`);
  }

  private nameOf(event: GuardEvent): string {
    return this.descriptorOf(event)?.shortName ?? event.source;
  }

  private descriptorOf({ source }: GuardEvent): ProviderDescriptor | undefined {
    return this.providers.find(({ name }) => name === source);
  }
}
