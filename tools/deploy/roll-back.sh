#!/usr/bin/env bash
# roll-back.sh COMMIT: back to the revision before COMMIT was deployed, unless something else runs by now.
set -euo pipefail
commit=$1

# Each upgrade has its commit as description; a rollback has "Rollback to …".
revision=$(helm history mfapi --namespace weather --max 50 --output json | jq --raw-output --arg commit "$commit" '
  sort_by(-.revision)
  | if .[0].description == $commit then map(select(.description != $commit)) | .[0].revision // "none" else "other" end')
case $revision in
  other) echo "$commit does not run here: nothing to roll back." ;;
  none)
    echo "$commit is the first release here: there is nothing to return to." >&2
    exit 1
    ;;
  *) helm rollback mfapi "$revision" --namespace weather --wait --timeout 10m ;;
esac
