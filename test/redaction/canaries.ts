import type { Position } from '@app/cells/position.js';

/** Beyond a tenth of a degree: a position may be told to one decimal, never to two. */
const FEWEST_DECIMALS = 2;
const MOST_DECIMALS = 9;
/** A number that begins like a planted one to so many decimals is that one, and no accident. */
const TELLING_DECIMALS = 5;
const FRACTIONS = /(?<![\d.])\d+\.\d{2,}(?!\d)/g;
/** From four decimals on: `64,130` may be a latitude and a longitude. */
const WITH_COMMA = /(?<![\d.,])\d+,\d{4,}(?!\d)/g;

/** Secrets and positions that are planted in requests and answers, to be looked for in what was written. */
export class Canaries {
  private readonly secrets = new Map<string, string>();
  private readonly coordinates = new Set<string>();

  /** @param name what a finding is called */
  plantSecret(name: string, secret: string): void {
    if (secret.length < 8) throw new Error(`${name} is too short to be told from other text`);
    this.secrets.set(secret, name);
  }

  /** A JWT, and each of its parts. */
  plantToken(name: string, token: string): void {
    const [, payload = '', signature = ''] = token.split('.');
    this.plantSecret(name, token);
    this.plantSecret(`${name}: payload`, payload);
    this.plantSecret(`${name}: signature`, signature);
  }

  /** Cut or rounded to any number of decimals, with a comma too; its sign may be anything. */
  plantPosition({ latitude, longitude }: Position): void {
    for (const degrees of [Math.abs(latitude), Math.abs(longitude)]) {
      for (let decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals += 1) {
        this.coordinates.add(degrees.toFixed(decimals));
        this.coordinates.add(cut(degrees.toFixed(12), decimals));
      }
    }
  }

  /** What of the planted is in the text, each once. */
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
      (decimalsOf(fraction) > TELLING_DECIMALS &&
        this.coordinates.has(cut(fraction, TELLING_DECIMALS)))
    );
  }
}

function cut(fraction: string, decimals: number): string {
  return fraction.slice(0, fraction.indexOf('.') + 1 + decimals);
}

function decimalsOf(fraction: string): number {
  return fraction.length - fraction.indexOf('.') - 1;
}
