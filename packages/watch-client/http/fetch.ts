/**
 * `AbortSignal` of the platform; where a program has no types for it (neither those of the DOM nor those of Node),
 * the part of it that is of use here. So the published types compile everywhere, and a token source can pass its signal to `fetch`.
 */
export type PlatformAbortSignal = typeof globalThis extends {
  AbortSignal: { prototype: infer Signal };
}
  ? Signal
  : MinimalAbortSignal;

interface MinimalAbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: PlatformAbortSignal;
  readonly cache: 'no-store';
}

export interface ResponseHeaders {
  get(name: string): string | null;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: ResponseHeaders;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The part of `fetch` (WHATWG Fetch) that the client uses; the platform's own is one. */
export type Fetch = (url: string, options: FetchOptions) => Promise<FetchResponse>;
