import { ProviderError, type ProviderFault } from '../provider.error.js';
import { isRecord, textOrNull } from '../upstream/json.js';
import type { ErrorResponse } from '../upstream/error-response.js';

interface Rule {
  readonly status: number;
  /** Looked for in the body's `Code` and `Message`, in any case; absent = any body. */
  readonly pattern?: RegExp;
  readonly fault: ProviderFault;
  /** How long to leave it alone, when the answer does not say. */
  readonly cooldownMs?: number;
}

const QUOTA_COOLDOWN_MS = 15 * 60 * 1000;

/**
 * Which refusal means what; the first that fits. Status alone does not tell: quota is 503 in the old
 * dialect and 429 in the new one, a bad key is 401 or, for enterprise contracts, 403.
 */
const RULES: readonly Rule[] = [
  { status: 400, pattern: /invalid location key/i, fault: 'unknown-place' },
  { status: 400, fault: 'rejected' },
  { status: 401, fault: 'unauthorized' },
  { status: 403, pattern: /unauthorized|authorization failed/i, fault: 'unauthorized' },
  { status: 403, fault: 'forbidden' },
  { status: 408, fault: 'timeout' },
  { status: 429, fault: 'quota' },
  {
    status: 503,
    pattern: /allowed number of requests/i,
    fault: 'quota',
    cooldownMs: QUOTA_COOLDOWN_MS,
  },
];

/** Names a refusal. The message carries the status only: bodies quote the URL, and so the key. */
export function toProviderError({ status, body, retryAfterMs }: ErrorResponse): ProviderError {
  const said = isRecord(body) ? `${textOrNull(body['Code'])} ${textOrNull(body['Message'])}` : '';
  const rule = RULES.find((one) => one.status === status && (one.pattern?.test(said) ?? true));
  const fault = rule?.fault ?? (status >= 500 ? 'failing' : 'malformed');
  return new ProviderError(fault, `status ${status}`, retryAfterMs ?? rule?.cooldownMs);
}
