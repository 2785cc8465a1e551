import { describe, expect, it } from '@jest/globals';
import { partOf, shares } from './shares.js';

const frame = (url: string, functionName = 'f') => ({ functionName, url });
const node = (id: number, url: string, children: number[] = [], functionName = 'f') => ({
  id,
  children,
  callFrame: { ...frame(url, functionName), scriptId: '0', lineNumber: 0, columnNumber: 0 },
});

describe('a profile sample', () => {
  it.each([
    ['class-validator', ['/node_modules/class-validator/a.js', '/dist/libs/query/query.pipe.js']],
    ['token', ['/node_modules/lru-cache/index.js', '/dist/libs/auth/tokens/verified-tokens.js']],
    ['Nest', ['node:internal/process', '/node_modules/@nestjs/core/a.js', '/dist/src/main.js']],
    ['HTTP and sockets', ['', 'node:net', '/node_modules/fastify/lib/reply.js']],
    ['promises, V8, event loop', ['', 'node:internal/process/task_queues']],
  ])('is attributed to the innermost known part: %s', (part, urls) => {
    expect(partOf(urls.map((url) => frame(url)))).toBe(part);
  });

  it('is attributed to the access log when the log writes to a socket', () => {
    const urls = ['', 'node:net', '/dist/libs/observability/line-batch.js'];

    expect(partOf(urls.map((url) => frame(url)))).toBe('access log');
  });

  it('is attributed to garbage collection whatever the stack below', () => {
    const urls = ['/node_modules/@nestjs/core/a.js'];
    const stack = [frame('', '(garbage collector)'), ...urls.map((url) => frame(url))];

    expect(partOf(stack)).toBe('garbage collection');
  });
});

describe('shares', () => {
  it('are relative to the time spent on requests, largest first', () => {
    const profile = {
      nodes: [
        node(1, '', [2, 3, 4, 5], '(root)'),
        node(2, '', [], '(idle)'),
        node(3, '/node_modules/fastify/a.js'),
        node(4, '/node_modules/@nestjs/core/a.js'),
        node(5, '', [], 'dispatch'),
      ],
      startTime: 0,
      endTime: 1000,
      samples: [3, 2, 4, 4, 5],
      timeDeltas: [100, 600, 100, 200, 900],
    };

    expect(shares(profile)).toEqual([
      ['Nest', 0.75],
      ['Fastify', 0.25],
    ]);
  });
});
