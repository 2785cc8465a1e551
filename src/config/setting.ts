import type { Parser } from './parsers.js';
import { Secret } from './secret.js';

/** As `process.env` is. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable of the environment: how it is read. Reading throws an Error that explains the fault. */
export interface Setting<T> {
  readonly name: string;
  readonly read: (environment: Environment) => T;
}

/** A variable with a default; an empty one counts as absent, as Kubernetes manifests write it. */
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

/** A variable without a default; an empty one counts as absent. Reading throws when it is. */
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

/** A secret `X`, or the file that `X_FILE` names; its text is never part of a fault. */
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

/** As `secret`, but reading throws when neither `X` nor `X_FILE` is given. */
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
    value = Secret.ofFile(file);
  } catch (error) {
    // Without the path: somebody may have put the secret itself there.
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
    // A URL, even a misspelt one, may hold a password or a key: it is not repeated.
    const repeated = /:\/|[@?]/.test(given) ? '' : `, not ${JSON.stringify(given)}`;
    throw new Error(`${(error as Error).message}${repeated}`, { cause: error });
  }
}
