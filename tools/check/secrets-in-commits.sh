#!/usr/bin/env bash
# secrets-in-commits.sh BASE: looks for secrets in what each commit after BASE changes, also where a later commit removes
# them. `npm run check` sees only the files of the last commit.
set -euo pipefail
base=$1

git log --patch --no-color "$base..HEAD" |
  node node_modules/secretlint/bin/secretlint.js --maskSecrets --stdinFileName commits.patch
