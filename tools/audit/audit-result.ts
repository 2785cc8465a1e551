const SEVERE = ['high', 'critical'] as const;

/** The used part of what `npm audit --json` prints: counts, or why there are none. */
interface AuditOutput {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
}

export type AuditResult =
  | { readonly kind: 'ran'; readonly severe: number; readonly others: number }
  /** The registry has no advisories, or is not reachable. */
  | { readonly kind: 'not run'; readonly reason: string };

/** Reads the output of `npm audit --json`. */
export function readAudit(text: string): AuditResult {
  const output = parse(text);
  const counts = output?.metadata?.vulnerabilities;
  if (!counts) {
    const reason = output?.message ?? output?.error?.summary ?? output?.error?.code;
    return { kind: 'not run', reason: reason || 'npm audit printed no result' };
  }
  const severe = SEVERE.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
  return { kind: 'ran', severe, others: (counts['total'] ?? severe) - severe };
}

function parse(text: string): AuditOutput | undefined {
  try {
    return JSON.parse(text) as AuditOutput;
  } catch {
    // npm prints text instead when it fails early.
    return undefined;
  }
}
