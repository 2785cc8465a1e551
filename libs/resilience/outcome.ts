/** What a call shows about the source: it fails, it works, or nothing, because it was not asked. */
export type Outcome = 'failure' | 'success' | 'unknown';
