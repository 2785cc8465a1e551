#!/usr/bin/env bash
# upgrade.sh REGISTRY ENVIRONMENT COMMIT DIGESTS: installs the chart by its digest, with the values and images of the commit.
# LOAD_TEST_BUDGET, where set, is the number of provider calls that the load test may cause. OIDC_ISSUER, where set, is asked
# for its keys, with which pods start while it is down.
set -euo pipefail
registry=$1 environment=$2 commit=$3 digests=$4

digest_of() { jq --exit-status --raw-output --arg name "$1" '.[$name]' <<<"$digests"; }

# Assigned first: a failure within an argument would not stop the script.
chart=$(digest_of charts/mfapi)
api=$(digest_of mfapi)
smoke=$(digest_of mfapi-smoke)
development=$(digest_of mfapi-development)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
helm pull "oci://$registry/charts/mfapi@$chart" --untar --untardir "$folder"

published_keys() {
  local jwks_uri
  jwks_uri=$(curl --silent --fail --max-time 10 "${OIDC_ISSUER%/}/.well-known/openid-configuration" | jq --exit-status --raw-output .jwks_uri) &&
    curl --silent --fail --max-time 10 "$jwks_uri"
}
deployed_keys() { helm get values mfapi --namespace weather --output json | jq --exit-status --join-output .issuerKeys.jwks; }

snapshot=()
if [ -n "${OIDC_ISSUER:-}" ]; then
  # While the issuer is down, the keys of the last deployment are better than none.
  if published_keys >"$folder/jwks.json" || deployed_keys >"$folder/jwks.json"; then
    snapshot=(--set-file "issuerKeys.jwks=$folder/jwks.json")
  else
    echo "::warning::There are no keys of the issuer: new pods wait for it." >&2
  fi
fi

# Staging runs the load test as a hook; the time-out holds for the pods and, separately, for the hook.
timeout=10m
if [ "$environment" = staging ]; then timeout=30m; fi
helm upgrade mfapi "$folder/mfapi" --install --atomic --timeout "$timeout" --description "$commit" \
  --namespace weather --create-namespace \
  --values "$folder/mfapi/values-$environment.yaml" \
  --set "image.repository=$registry/mfapi,image.tag=$commit,image.digest=$api" \
  --set "smoke.image.repository=$registry/mfapi-smoke,smoke.image.digest=$smoke" \
  --set "development.image.repository=$registry/mfapi-development,development.image.digest=$development" \
  "${snapshot[@]}" ${LOAD_TEST_BUDGET:+--set "loadTest.maxUpstreamCalls=$LOAD_TEST_BUDGET"}
