import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface Generator {
  /** What the files are generated from, for the message. */
  readonly source: string;
  /** The command that generates them. */
  readonly command: string;
}

/**
 * Writes generated files, given by path. With `--check` on the command line it only compares them, and sets
 * exit code 1 when one differs.
 */
export function writeOrCheck(
  files: Readonly<Record<string, string>>,
  { source, command }: Generator,
): void {
  for (const [file, text] of Object.entries(files)) {
    if (!process.argv.includes('--check')) {
      writeFileSync(file, text);
    } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      console.error(`${file} differs from ${source}: run \`${command}\` and commit the file.`);
      process.exitCode = 1;
    }
  }
}
