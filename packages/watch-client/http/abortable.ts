import type { PlatformAbortSignal } from './fetch.js';

/** Settles like the promise, or rejects with the signal's reason if that comes first. */
export function abortable<T>(signal: PlatformAbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}
