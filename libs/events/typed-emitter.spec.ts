import { describe, expect, it } from '@jest/globals';
import { TypedEmitter } from './typed-emitter.js';

describe('TypedEmitter', () => {
  it('calls every listener with each event, in the order in which they were added', () => {
    const emitter = new TypedEmitter<string>();
    const calls: string[] = [];
    emitter.on((event) => calls.push(`first ${event}`));
    emitter.on((event) => calls.push(`second ${event}`));

    emitter.emit('a');
    emitter.emit('b');

    expect(calls).toEqual(['first a', 'second a', 'first b', 'second b']);
  });

  it('does not deliver an event to a listener that is added after it', () => {
    const emitter = new TypedEmitter<string>();
    const calls: string[] = [];
    emitter.emit('missed');
    emitter.on((event) => calls.push(event));

    expect(calls).toEqual([]);
  });
});
