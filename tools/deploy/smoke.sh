#!/usr/bin/env bash
# smoke.sh REGISTRY DIGESTS: runs the smoke test of the deployed release against API_URL. Without OIDC_ISSUER the environment
# has the development issuer, which is reached through the cluster.
set -euo pipefail
registry=$1 digests=$2
digest=$(jq --exit-status --raw-output '."mfapi-smoke"' <<<"$digests")
image="$registry/mfapi-smoke@$digest"

if [ -n "${OIDC_ISSUER:-}" ]; then
  exec docker run --rm --env SMOKE_CLIENT_SECRET "$image" --url "$API_URL" --issuer "$OIDC_ISSUER" --client mfapi-smoke
fi
kubectl --namespace weather port-forward service/mfapi 4000:4000 >/dev/null &
trap 'kill %1' EXIT
curl --silent --fail --retry 10 --retry-connrefused --output /dev/null http://127.0.0.1:4000/.well-known/openid-configuration
docker run --rm --network host "$image" --url "$API_URL" --issuer http://127.0.0.1:4000
