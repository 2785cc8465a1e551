import type { Settings } from '../server/settings.js';

type Check = { readonly fits: (value: unknown) => boolean; readonly must: string };

const NUMBER: Check = {
  fits: (value) => typeof value === 'number' && value >= 0,
  must: 'be a number from 0',
};
/** JSON has no undefined: null stands for it. */
const NUMBER_OR_NULL: Check = {
  fits: (value) => value === null || NUMBER.fits(value),
  must: 'be a number from 0, or null',
};

const CHECKS: Readonly<Record<keyof Settings, Check>> = {
  key: { fits: (value) => typeof value === 'string' && value !== '', must: 'be a text' },
  latencyMs: NUMBER,
  maxAgeSeconds: NUMBER_OR_NULL,
  rateLimitRemaining: NUMBER_OR_NULL,
  maxDailyDays: NUMBER,
  maxHourlyHours: NUMBER,
  alerts: {
    fits: (value) => value === 'weather' || value === 'none' || value === 'always',
    must: 'be weather, none or always',
  },
};

/** Reads the JSON of an admin request; throws an Error that says what is wrong with it. */
export function parseSettings(body: unknown): Partial<Settings> {
  const entries = Object.entries(Object(body) as Record<string, unknown>);
  for (const [name, value] of entries) {
    const check = CHECKS[name as keyof Settings] as Check | undefined;
    if (!check) throw new Error(`unknown setting ${name}`);
    if (!check.fits(value)) throw new Error(`${name} must ${check.must}`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? undefined]));
}
