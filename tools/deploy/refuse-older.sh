#!/usr/bin/env bash
# refuse-older.sh COMMIT: fails when a descendant of COMMIT runs: an approval that was given late, for instance, must not
# bring back an old release. Needs the history of main.
set -euo pipefail
commit=$1

if [ "$(helm list --namespace weather --filter '^mfapi$' --all --output json | jq length)" = 0 ]; then exit 0; fi
# Read from the values: after a rollback the description names no commit.
running=$(helm get values mfapi --namespace weather --output json | jq --raw-output '.image.tag // ""')
if [ "$running" = "$commit" ] || ! git rev-parse --quiet --verify "$running^{commit}" >/dev/null; then exit 0; fi
if git merge-base --is-ancestor "$commit" "$running"; then
  echo "$running runs here, which is later than $commit. To return to an older release: helm rollback (docs/deploy.md)." >&2
  exit 1
fi
