import { parseArgs, type ParseArgsConfig } from 'node:util';
import { OptionError } from './option.error.js';

/**
 * Node's `parseArgs`, which knows each option by its type and default.
 * @throws OptionError when an option is unknown or lacks its value
 */
export function readOptions<const T extends Omit<ParseArgsConfig, 'args'>>(
  args: readonly string[],
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs<T>({ ...config, args: [...args] });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}
