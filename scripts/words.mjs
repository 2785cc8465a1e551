// A lib is code that another API of the company could import unchanged, so it names no product.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRODUCT_WORDS = /weather|accwea|meteo/i;
const root = fileURLToPath(new URL('../libs', import.meta.url));

const found = readdirSync(root, { recursive: true })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((line, index) => [`libs/${String(file)}:${index + 1}`, line])
      .filter(([, line]) => PRODUCT_WORDS.test(line)),
  );
for (const [where, line] of found) console.error(`${where}: a lib says ${line.trim()}`);
process.exit(found.length === 0 ? 0 : 1);
