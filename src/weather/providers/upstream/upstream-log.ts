import type { LoggerService } from '@nestjs/common';
import { LoadError } from '@app/read-through/load.error.js';
import type { GuardEvent } from '@app/resilience/guard-events.js';
import type { Origin } from '../weather-provider.js';

const NAMES: Readonly<Record<Origin, string>> = {
  accwea: 'AccuWeather',
  'open-meteo': 'Open-Meteo',
};
const KEYS: Readonly<Record<Origin, string>> = {
  accwea: 'ACCWEA_TOKEN',
  'open-meteo': 'OPEN_METEO_API_KEY',
};
/** Faults that neither pause nor trip anything: nobody would hear of them otherwise. */
const OURS: readonly string[] = ['forbidden', 'rejected'];

type Paused = GuardEvent & { readonly name: 'paused' | 'resumed' };
type Broken = GuardEvent & { readonly name: 'breaker' };
type Failed = GuardEvent & { readonly name: 'failed' };

/** Writes how it stands with the providers: a line when that changes, not one per call. */
export class UpstreamLog {
  private readonly broken = new Set<string>();
  private readonly told = new Set<string>();

  constructor(private readonly logger: LoggerService) {}

  readonly write = (event: GuardEvent): void => {
    switch (event.name) {
      case 'breaker':
        return this.writeBreaker(event, nameOf(event));
      case 'paused':
        return this.writePause(event, nameOf(event));
      case 'resumed':
        return void this.logger.log(`${nameOf(event)} is asked again${laneOf(event)}.`);
      case 'failed':
        return this.writeFailure(event, nameOf(event));
      case 'answered':
      case 'retried':
      case 'overloaded':
        return undefined;
    }
  };

  /** A probe that fails changes nothing: the breaker was open and is so again. */
  private writeBreaker({ source, lane, state, cause }: Broken, name: string): void {
    const id = `${source} ${lane}`;
    if (state === 'open' && !this.broken.has(id)) {
      this.broken.add(id);
      const { code, message } = LoadError.of(cause);
      this.logger.warn(`${name} does not answer: ${code} (${lane}, ${message}).`);
    } else if (state === 'closed' && this.broken.delete(id)) {
      this.logger.log(`${name} answers again (${lane}).`);
    }
  }

  private writePause(event: Paused, name: string): void {
    if (event.scope === 'key') {
      const key = KEYS[event.source as Origin];
      this.logger.error(`${name} refuses the key: replace ${key}.`);
      return;
    }
    const until = new Date(event.untilMs).toISOString();
    this.logger.warn(`${name} is left alone until ${until}: ${event.reason}${laneOf(event)}.`);
  }

  private writeFailure({ source, lane, code, cause }: Failed, name: string): void {
    const id = `${source} ${lane} ${code}`;
    if (!OURS.includes(code) || this.told.has(id)) return;
    this.told.add(id);
    const { message } = LoadError.of(cause);
    this.logger.warn(`${name} refuses what is asked: ${code} (${lane}, ${message}).`);
  }
}

function nameOf({ source }: GuardEvent): string {
  return NAMES[source as Origin] ?? source;
}

function laneOf({ scope, of }: Paused): string {
  return scope === 'lane' ? ` (${of})` : '';
}
