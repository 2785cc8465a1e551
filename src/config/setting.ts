import type { Parser } from './parsers.js';
import { Secret } from './secret.js';

/** The shape of `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable and how to read it. `read` throws an Error that explains the fault. */
export interface Setting<T> {
  readonly name: string;
  readonly read: (environment: Environment) => T;
}

/** A variable with a default. An empty value counts as absent, as in Kubernetes manifests. */
export function setting<T, const D = T>(
  name: string,
  parse: Parser<T>,
  fallback: D,
): Setting<T | D> {
  return {
    name,
    read: (environment) => {
      const given = environment[name];
      return given ? parseNamed(given, parse) : fallback;
    },
  };
}

/** A variable without a default. Reading throws when it is absent or empty. */
export function required<T>(name: string, parse: Parser<T>): Setting<T> {
  return {
    name,
    read: (environment) => {
      const given = environment[name];
      if (!given) throw new Error('is required');
      return parseNamed(given, parse);
    },
  };
}

/** A secret `X`, or the file named by `X_FILE`. Its text is never part of an error message. */
export function secret(name: string, parse: Parser<string>): Setting<Secret | undefined> {
  return {
    name,
    read: (environment) => {
      const given = environment[name];
      const file = environment[`${name}_FILE`];
      if (given && file) throw new Error(`is given twice: unset ${name} or ${name}_FILE`);
      if (file) return fromFile(file, parse);
      if (!given) return undefined;
      parse(given);
      return Secret.ofText(given);
    },
  };
}

/** Like `secret`, but reading throws when neither `X` nor `X_FILE` is given. */
export function requiredSecret(name: string, parse: Parser<string>): Setting<Secret> {
  const optional = secret(name, parse);
  return {
    name,
    read: (environment) => {
      const value = optional.read(environment);
      if (!value) throw new Error(`is required (or ${name}_FILE)`);
      return value;
    },
  };
}

function fromFile(file: string, parse: Parser<string>): Secret {
  let value: Secret;
  try {
    value = Secret.ofFile(file, undefined, parse);
  } catch (error) {
    // Omits the path: it may be the secret itself, set in the wrong variable.
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`cannot be read from its file: ${code ?? message}`, { cause: error });
  }
  parse(value.reveal());
  return value;
}

function parseNamed<T>(given: string, parse: Parser<T>): T {
  try {
    return parse(given);
  } catch (error) {
    // A URL, even a misspelt one, may contain a password or a key: do not repeat it.
    const repeated = /:\/|[@?]/.test(given) ? '' : `, not ${JSON.stringify(given)}`;
    throw new Error(`${(error as Error).message}${repeated}`, { cause: error });
  }
}
