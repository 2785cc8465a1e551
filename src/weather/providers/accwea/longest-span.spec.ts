import { describe, expect, it } from '@jest/globals';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { CooldownScope } from '@app/resilience/cooldowns/cooldown.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
import { requestLongest } from './longest-span.js';

const SPANS = ['10day', '5day', '1day'] as const;

const fault = (kind: ProviderFault): ProviderError => new ProviderError(kind, 'as the test says');
const refusedBy = (scope: CooldownScope): RefusedCallError =>
  new RefusedCallError('paused', 'cooldown in force', 1_000, { scope, reason: 'forbidden' });

/** The requested spans, and the span that answered or the code of the error. */
async function request(
  errors: Readonly<Record<string, LoadError>>,
  priority: Priority = 'missing',
): Promise<{ requested: string[]; result: string }> {
  const requested: string[] = [];
  const result = await requestLongest(SPANS, priority, async (span) => {
    requested.push(span);
    if (errors[span]) throw errors[span];
    return span;
  }).catch((error: unknown) => LoadError.of(error).code);
  return { requested, result };
}

describe('requestLongest', () => {
  it('requests the longest span only, where it is answered', async () => {
    expect(await request({})).toEqual({ requested: ['10day'], result: '10day' });
  });

  it.each(['forbidden', 'unauthorized'] as const)(
    'requests the next shorter span where a longer one is %s',
    async (kind) => {
      expect((await request({ '10day': fault(kind) })).result).toBe('5day');
      const both = { '10day': fault(kind), '5day': fault(kind) };
      expect((await request(both)).result).toBe('1day');
    },
  );

  it.each(['item', 'operation'] as const)(
    'requests the next shorter span where a cooldown of scope %s refuses a longer one',
    async (scope) => {
      expect((await request({ '10day': refusedBy(scope) })).result).toBe('5day');
    },
  );

  it.each(['credential', 'source'] as const)(
    'requests no other span where a cooldown of scope %s refuses one',
    async (scope) => {
      expect(await request({ '10day': refusedBy(scope) })).toEqual({
        requested: ['10day'],
        result: 'paused',
      });
    },
  );

  it.each(['timeout', 'malformed'] as const)(
    'requests one shorter span after %s, as its only retry',
    async (kind) => {
      expect((await request({ '10day': fault(kind) })).result).toBe('5day');
      const both = { '10day': fault(kind), '5day': fault(kind) };
      expect(await request(both)).toEqual({ requested: ['10day', '5day'], result: kind });
    },
  );

  it('requests no other span in a background refresh that fails', async () => {
    const { requested } = await request({ '10day': fault('timeout') }, 'refresh');

    expect(requested).toEqual(['10day']);
  });

  it.each(['failing', 'network', 'quota', 'rejected', 'unknown-place'] as const)(
    'requests no other span after %s',
    async (kind) => {
      expect((await request({ '10day': fault(kind) })).requested).toEqual(['10day']);
    },
  );

  it('fails with the error of a call that was made rather than with a refusal', async () => {
    const errors = { '10day': fault('forbidden'), '5day': refusedBy('operation') };

    expect((await request({ ...errors, '1day': refusedBy('item') })).result).toBe('forbidden');
  });
});
