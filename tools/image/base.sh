#!/usr/bin/env bash
# base.sh NAME NODE_PACKAGE: builds a substitute for the official Node image where that cannot be pulled, from Debian
# (debootstrap), Node (an npm package) and this machine's npm. It tests the steps of the Dockerfile, not the base.
set -euo pipefail
name=$1 package=$2

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase --include=ca-certificates bookworm "$root/debian" >/dev/null
(cd "$root" && npm pack "$package" --silent --pack-destination "$root" >/dev/null && tar xzf ./*.tgz package/bin/node)
install -m 755 "$root/package/bin/node" "$root/debian/usr/local/bin/node"
mkdir -p "$root/debian/usr/local/lib/node_modules"
cp -r "$(npm root --global)/npm" "$root/debian/usr/local/lib/node_modules/"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/debian/usr/local/bin/npm"
# The certificate authorities of this machine, because the build downloads packages through its network.
cp /etc/ssl/certs/ca-certificates.crt "$root/debian/etc/ssl/certs/ca-certificates.crt"
rm -rf "$root/debian/var/cache/apt" "$root/debian/var/lib/apt/lists"

container=$(buildah from scratch)
buildah add --quiet "$container" "$root/debian" / >/dev/null
buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
buildah commit --quiet --format docker "$container" "$name" >/dev/null
buildah rm "$container" >/dev/null
