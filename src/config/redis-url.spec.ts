import { describe, expect, it } from '@jest/globals';
import { redisUrl } from './redis-url.js';

describe('redisUrl', () => {
  it.each([
    'redis://cache',
    'redis://cache:6379',
    'redis://cache:6379/',
    'redis://cache/15',
    'rediss://mfapi.redis.cache.windows.net:6380',
    'redis://10.0.0.7:6379',
    'redis://[fd00::1]:6379',
    'redis://:pass@cache',
    'redis://user:pass@cache:6379/2',
    'redis://:p%40ss%2Fw%25rd%3F%23%3A@cache',
    'redis://:p@ss@cache',
    "redis://:a-._~!$&'()*+,;=b@cache",
    'redis://:%E6%9D%B1@cache',
  ])('accepts %s unchanged', (url) => {
    expect(redisUrl(url)).toBe(url);
  });

  it.each([
    ['redis://:ab%zz@cache', 'percent-encoded'],
    ['redis://:ab%@cache', 'percent-encoded'],
    ['redis://:100%sure@cache', 'percent-encoded'],
    ['redis://us%er:pass@cache', 'percent-encoded'],
    // Not UTF-8.
    ['redis://:%ff@cache', 'percent-encoded'],
    // A password with "/", "?" or "#" as it is: the URL ends in it, and would name another host.
    ['redis://user:12/ss@cache', 'percent-encoded'],
    ['redis://user:12?ss@cache', 'percent-encoded'],
    ['redis://user:12#ss@cache', 'percent-encoded'],
    ['redis://:pa/ss@cache', 'starts with redis:// or rediss://'],
    ['redis://cache?db=1', 'query'],
    ['redis://cache#1', 'fragment'],
    ['redis://cache/one', 'database'],
    ['redis://cache/1/2', 'database'],
    ['redis://cache/-1', 'database'],
    ['redis://cache/%zz', 'database'],
    ['redis://pass@cache', 'password'],
    ['redis://user:@cache', 'password'],
    ['redis://', 'host'],
    ['redis:cache:6379', 'host'],
    ['redis:///1', 'host'],
    ['redis://ca%zzche', 'host'],
    ['redis://cache:0', 'port'],
    ['redis://cache:70000', 'starts with redis:// or rediss://'],
    ['http://cache', 'starts with redis:// or rediss://'],
    ['cache:6379', 'starts with redis:// or rediss://'],
  ])('rejects %s, says what is wrong, and does not repeat it', (url, expected) => {
    expect(() => redisUrl(url)).toThrow(expected);
    try {
      redisUrl(url);
    } catch (error) {
      for (const part of ['ab%', '100%', '12', 'pa/ss']) expect(String(error)).not.toContain(part);
    }
  });
});
