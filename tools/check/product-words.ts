import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PRODUCT_WORDS = /weather|accwea|meteo/i;

/**
 * A lib is code that another API of the company could import unchanged, so it does not name the product.
 * @returns each line of a lib that does, with file and line number
 */
export function productWordsInLibs(): string[] {
  return readdirSync('libs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) =>
      readFileSync(join('libs', file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          PRODUCT_WORDS.test(line) ? [`libs/${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
}
