import type { Position } from '@app/cells/position.js';

/** Positions with one decimal are allowed in the output; with two or more they are a leak. */
const MIN_DECIMALS = 2;
const MAX_DECIMALS = 9;
/** A number that equals a planted one in this many decimals is a match, not a coincidence. */
const UNIQUE_DECIMALS = 5;
const FRACTIONS = /(?<![\d.])\d+\.\d{2,}(?!\d)/g;
/** With at least four decimals, because `64,130` may be a latitude and a longitude. */
const WITH_COMMA = /(?<![\d.,])\d+,\d{4,}(?!\d)/g;

/** Secrets and positions planted in requests and answers; finds them in the output of a process. */
export class Canaries {
  private readonly secrets = new Map<string, string>();
  private readonly coordinates = new Set<string>();

  /** @param name how a match is reported */
  plantSecret(name: string, secret: string): void {
    if (secret.length < 8)
      throw new Error(`${name} is too short to be distinguished from other text`);
    this.secrets.set(secret, name);
  }

  /** Plants a JWT, its payload and its signature. */
  plantToken(name: string, token: string): void {
    const [, payload = '', signature = ''] = token.split('.');
    this.plantSecret(name, token);
    this.plantSecret(`${name}: payload`, payload);
    this.plantSecret(`${name}: signature`, signature);
  }

  /** Plants both coordinates, truncated and rounded to 2 to 9 decimals, without their sign. */
  plantPosition({ latitude, longitude }: Position): void {
    for (const degrees of [Math.abs(latitude), Math.abs(longitude)]) {
      for (let decimals = MIN_DECIMALS; decimals <= MAX_DECIMALS; decimals += 1) {
        this.coordinates.add(degrees.toFixed(decimals));
        this.coordinates.add(truncate(degrees.toFixed(12), decimals));
      }
    }
  }

  /** The planted values in a text, each once. */
  foundIn(text: string): string[] {
    const secrets = [...this.secrets].filter(([secret]) => text.includes(secret));
    const withComma = text.match(WITH_COMMA)?.map((found) => found.replace(',', '.')) ?? [];
    const fractions = new Set([...(text.match(FRACTIONS) ?? []), ...withComma]);
    const positions = [...fractions].filter((fraction) => this.isPlanted(fraction));
    return [...secrets.map(([, name]) => name), ...positions.map((one) => `position: ${one}`)];
  }

  private isPlanted(fraction: string): boolean {
    return (
      this.coordinates.has(fraction) ||
      (decimalsOf(fraction) > UNIQUE_DECIMALS &&
        this.coordinates.has(truncate(fraction, UNIQUE_DECIMALS)))
    );
  }
}

function truncate(fraction: string, decimals: number): string {
  return fraction.slice(0, fraction.indexOf('.') + 1 + decimals);
}

function decimalsOf(fraction: string): number {
  return fraction.length - fraction.indexOf('.') - 1;
}
