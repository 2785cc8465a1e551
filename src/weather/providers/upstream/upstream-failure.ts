import { ProviderError } from '../provider.error.js';

/** Too large, or invalid compression. */
const UNREADABLE = new Set(['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'ERR_BUFFER_TOO_LARGE']);

/**
 * Why there is no complete response. Only the code of an error is passed on: its other members can contain
 * the request with the key.
 */
export function failureOf(error: unknown, { aborted }: AbortSignal): ProviderError {
  if (error instanceof ProviderError) return error;
  if (aborted) return new ProviderError('timeout', 'no answer in time');
  const code = codeOf(error);
  if (UNREADABLE.has(code) || code.startsWith('Z_')) {
    return new ProviderError('malformed', 'the body is unreadable');
  }
  return new ProviderError('network', code);
}

function codeOf(error: unknown): string {
  const { code } = error as Partial<NodeJS.ErrnoException>;
  return code ?? 'unknown';
}
