#!/usr/bin/env bash
# publish.sh REGISTRY FOLDER DIGESTS: pushes the image archives of FOLDER, exactly as tested, and the chart. Prints
# `digests={…}`: the digest of each by its name in the registry.
# DIGESTS: what was tested, as JSON, like {"api":"sha256:…"}. Needs GITHUB_SHA.
set -euo pipefail
registry=$1 folder=$2 tested=$3

digests='{}'
add() { digests=$(jq --compact-output --arg name "$1" --arg digest "$2" '.[$name] = $digest' <<<"$digests"); }

for image in api smoke development; do
  digest=$(jq --exit-status --raw-output --arg name "$image" '.[$name]' <<<"$tested")
  name="mfapi-$image"
  name=${name%-api}
  skopeo copy --quiet --all --preserve-digests "oci-archive:$folder/$image.tar" "docker://$registry/$name:$GITHUB_SHA"
  pushed="sha256:$(skopeo inspect --raw "docker://$registry/$name:$GITHUB_SHA" | sha256sum | cut --characters=1-64)"
  if [ "$pushed" != "$digest" ]; then
    echo "$name: $pushed was pushed, $digest was tested" >&2
    exit 1
  fi
  add "$name" "$digest"
done

version=$(sed --quiet 's/^version: //p' helm/mfapi/Chart.yaml)
helm package helm/mfapi --version "$version+$GITHUB_SHA" --destination "$folder" >&2
pushed=$(helm push "$folder/mfapi-$version+$GITHUB_SHA.tgz" "oci://$registry/charts" 2>&1)
chart=$(sed --quiet 's/^Digest: //p' <<<"$pushed" | grep '^sha256:')
add charts/mfapi "$chart"
echo "digests=$digests"
