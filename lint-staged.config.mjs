const format = 'prettier --write --ignore-unknown';
const lint = 'oxlint --type-aware --deny-warnings --no-error-on-unmatched-pattern';

/** One glob per kind of file: lint-staged runs the globs at the same time. */
export default {
  '*.{ts,mjs,cjs}': [format, lint],
  '!(*.{ts,mjs,cjs})': format,
};
