import type { LoggerService } from '@nestjs/common';
import { LoadError } from '@app/load/load.error.js';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import type { ProviderDescriptor } from '../provider-descriptor.js';

/** Faults that neither pause nor trip anything: they would leave no trace otherwise. */
const OURS: readonly string[] = ['forbidden', 'rejected'];

type Paused = GuardEvent & { readonly name: 'paused' | 'resumed' };
type Broken = GuardEvent & { readonly name: 'breaker' };
type Failed = GuardEvent & { readonly name: 'failed' };

/** Logs the state of the providers: a line when it changes, not one per call. */
export class UpstreamLog {
  private readonly broken = new Set<string>();
  private readonly told = new Set<string>();

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
        return this.writePause(event, this.nameOf(event));
      case 'resumed':
        return void this.logger.log(`${this.nameOf(event)} is asked again${laneOf(event)}.`);
      case 'failed':
        return this.writeFailure(event, this.nameOf(event));
      case 'answered':
      case 'retried':
      case 'overloaded':
        return undefined;
    }
  };

  /** A probe that fails changes nothing: the breaker was open and is so again. */
  private writeBreaker({ source, operation, state, cause }: Broken, name: string): void {
    const id = `${source} ${operation}`;
    if (state === 'open' && !this.broken.has(id)) {
      this.broken.add(id);
      const { code, message } = LoadError.of(cause);
      this.logger.warn(`${name} does not answer: ${code} (${operation}, ${message}).`);
    } else if (state === 'closed' && this.broken.delete(id)) {
      this.logger.log(`${name} answers again (${operation}).`);
    }
  }

  private writePause(event: Paused, name: string): void {
    if (event.scope === 'key') {
      const variable = this.descriptorOf(event)?.keyVariable;
      this.logger.error(`${name} refuses the key: replace ${variable}.`);
      return;
    }
    const until = new Date(event.untilMs).toISOString();
    this.logger.warn(`${name} is left alone until ${until}: ${event.reason}${laneOf(event)}.`);
  }

  private writeFailure({ source, operation, code, cause }: Failed, name: string): void {
    const id = `${source} ${operation} ${code}`;
    if (!OURS.includes(code) || this.told.has(id)) return;
    this.told.add(id);
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

function laneOf({ scope, of }: Paused): string {
  return scope === 'lane' ? ` (${of})` : '';
}
