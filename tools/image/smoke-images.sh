#!/usr/bin/env bash
# smoke-images.sh FOLDER: starts the images of FOLDER/*.tar (OCI archives) together, as the chart does in `test`, and runs
# the smoke test. Needs docker and skopeo.
set -euo pipefail
folder=$1
containers=()
trap 'for name in "${containers[@]}"; do docker logs "$name" 2>&1 | tail -20; docker rm --force "$name" >/dev/null; done' EXIT

for image in api smoke development; do
  skopeo copy --quiet --override-os linux --override-arch amd64 "oci-archive:$folder/$image.tar" "docker-daemon:mfapi-$image:tested"
done

start() {
  docker run --detach --name "$1" --network host --read-only --cap-drop ALL --security-opt no-new-privileges "${@:2}" >/dev/null
  containers+=("$1")
}
start issuer mfapi-development:tested dist/development/issuer.js
start simulator mfapi-development:tested dist/development/simulator.js
start api --env ENV=test --env OIDC_ISSUER=http://127.0.0.1:4000 --env ACCWEA_URL=http://127.0.0.1:4010 \
  --env ACCWEA_TOKEN=simulator-key mfapi-api:tested

for _ in $(seq 60); do
  if curl --silent --fail --output /dev/null http://127.0.0.1:3000/health/ready; then
    docker run --rm --network host mfapi-smoke:tested
    exit
  fi
  sleep 1
done
echo "The API did not become ready within a minute." >&2
exit 1
