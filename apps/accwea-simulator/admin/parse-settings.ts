import type { Settings } from '../server/settings.js';

type Check = { readonly isValid: (value: unknown) => boolean; readonly rule: string };

const NUMBER: Check = {
  isValid: (value) => typeof value === 'number' && value >= 0,
  rule: 'be a number from 0',
};
/** JSON has no undefined: null stands for it. */
const NUMBER_OR_NULL: Check = {
  isValid: (value) => value === null || NUMBER.isValid(value),
  rule: 'be a number from 0, or null',
};

const FLAG: Check = {
  isValid: (value) => typeof value === 'boolean',
  rule: 'be true or false',
};

const CHECKS: Readonly<Record<keyof Settings, Check>> = {
  key: {
    isValid: (value) => typeof value === 'string' && value !== '',
    rule: 'be a non-empty string',
  },
  latencyMs: NUMBER,
  maxAgeSeconds: NUMBER_OR_NULL,
  rateLimitRemaining: NUMBER_OR_NULL,
  maxDailyDays: NUMBER,
  maxHourlyHours: NUMBER,
  minuteCastIntervals: FLAG,
  neighbourhoods: FLAG,
  alerts: {
    isValid: (value) => value === 'weather' || value === 'none' || value === 'always',
    rule: 'be weather, none or always',
  },
};

/** Validates the JSON of an admin request. @throws Error that names the invalid setting */
export function parseSettings(body: unknown): Partial<Settings> {
  const entries = Object.entries(Object(body) as Record<string, unknown>);
  for (const [name, value] of entries) {
    const check = CHECKS[name as keyof Settings] as Check | undefined;
    if (!check) throw new Error(`unknown setting ${name}`);
    if (!check.isValid(value)) throw new Error(`${name} must ${check.rule}`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? undefined]));
}
