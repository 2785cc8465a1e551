import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createCache } from 'cache-manager';
import { ContractTexts } from './contract-texts.js';

const HOUR_MS = 3_600_000;
const DOCUMENT: OpenAPIObject = {
  openapi: '3.0.3',
  info: { title: 'An API', version: '1' },
  paths: {},
};

describe('the texts of the contract', () => {
  let built: number;
  let texts: ContractTexts;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    built = 0;
    texts = new ContractTexts(createCache({ ttl: HOUR_MS }), () => {
      built += 1;
      return DOCUMENT;
    });
  });
  afterEach(() => void jest.useRealTimers());

  it('are the same document as JSON and as YAML', async () => {
    expect(JSON.parse(String(await texts.json()))).toEqual(DOCUMENT);
    expect(String(await texts.yaml())).toBe(
      'openapi: 3.0.3\ninfo:\n  title: An API\n  version: "1"\npaths: {}\n',
    );
  });

  it('are not built before the first request', () => {
    expect(built).toBe(0);
  });

  it('are built once for simultaneous and for later requests', async () => {
    await Promise.all([texts.json(), texts.json()]);
    await texts.json();
    expect(built).toBe(1);
  });

  it('are built again after an hour', async () => {
    await texts.json();
    jest.setSystemTime(Date.now() + HOUR_MS + 1);
    await texts.json();
    expect(built).toBe(2);
  });

  it('are built by the next request when building has failed', async () => {
    const failing = new ContractTexts(createCache({ ttl: HOUR_MS }), () => {
      built += 1;
      if (built === 1) throw new Error('not this time');
      return DOCUMENT;
    });
    await expect(failing.json()).rejects.toThrow('not this time');
    expect(JSON.parse(String(await failing.json()))).toEqual(DOCUMENT);
  });
});
