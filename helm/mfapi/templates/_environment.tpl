{{/* Pods that there can be at once, rollouts aside. */}}
{{- define "mfapi.maxReplicas" -}}
{{ ternary .Values.autoscaling.maxReplicas .Values.replicaCount .Values.autoscaling.enabled | int64 }}
{{- end }}

{{/* This region's part of a number of calls. Takes (list . calls). */}}
{{- define "mfapi.share" -}}
{{ div (mul (index . 1 | int64) ((index . 0).Values.budget.sharePercent | int64)) 100 }}
{{- end }}

{{/* The environment of the API; src/config/config.ts reads it. */}}
{{- define "mfapi.environment" -}}
{{- $values := .Values -}}
{{- if not $values.development.enabled -}}
{{- $_ := required "config.OIDC_ISSUER is required: the issuer's URL, exactly as tokens have it in `iss`" $values.config.OIDC_ISSUER -}}
{{- end -}}
{{- $environment := dict
  "ENV" $values.environment
  "REGION" $values.region
  "PORT" "3000"
  "METRICS_PORT" "9464"
  "PROBE_CLIENTS" $values.smoke.clientId
  "DRAIN_SECONDS" ($values.drainSeconds | int64 | toString)
  "DOCS_ENABLED" (toString $values.docsEnabled)
  "BUDGET_MAX_PODS" (mul (include "mfapi.maxReplicas" . | int64) ($values.budget.processesPerReplica | int64) | toString)
-}}
{{- range $setting, $value := $values.config -}}
{{- if and (kindIs "float64" $value) (eq (toString $value) (toString (floor $value))) -}}
{{- $_ := set $environment $setting ($value | int64 | toString) -}}
{{- else if and (not (kindIs "invalid" $value)) (ne (toString $value) "") -}}
{{- $_ := set $environment $setting (toString $value) -}}
{{- end -}}
{{- end -}}
{{- if not (kindIs "invalid" $values.budget.dailyCalls) -}}
{{- $_ := set $environment "ACCWEA_DAILY_BUDGET" (include "mfapi.share" (list . $values.budget.dailyCalls)) -}}
{{- end -}}
{{- if not (kindIs "invalid" $values.budget.monthlyCalls) -}}
{{- $_ := set $environment "ACCWEA_MONTHLY_BUDGET" (include "mfapi.share" (list . $values.budget.monthlyCalls)) -}}
{{- end -}}
{{- with $values.budget.spent -}}
{{- $_ := set $environment "BUDGET_SPENT" . -}}
{{- end -}}
{{- range $secret := $values.secrets.names -}}
{{- $_ := set $environment (printf "%s_FILE" $secret) (printf "/etc/mfapi/secrets/%s" (include "mfapi.secretFile" $secret)) -}}
{{- end -}}
{{- if $values.redis.ca -}}
{{- $_ := set $environment "REDIS_CA_FILE" "/etc/mfapi/redis-ca/ca.pem" -}}
{{- end -}}
{{- if $values.issuerKeys.jwks -}}
{{- $_ := set $environment "OIDC_JWKS_FILE" "/etc/mfapi/issuer-keys/jwks.json" -}}
{{- end -}}
{{- if $values.development.enabled -}}
{{- $_ := set $environment "OIDC_ISSUER" "http://127.0.0.1:4000" -}}
{{- $_ := set $environment "ACCWEA_URL" "http://127.0.0.1:4010" -}}
{{- end -}}
{{- toYaml $environment -}}
{{- end }}

{{/* The name of a ConfigMap says what is in it: a pod of the old release that restarts during a rollout reads its own. */}}
{{- define "mfapi.configMapName" -}}
{{ include "mfapi.fullname" . }}-{{ include "mfapi.environment" . | sha256sum | trunc 8 }}
{{- end }}

{{- define "mfapi.redisCaName" -}}
{{ include "mfapi.fullname" . }}-redis-ca-{{ .Values.redis.ca | sha256sum | trunc 8 }}
{{- end }}

{{- define "mfapi.issuerKeysName" -}}
{{ include "mfapi.fullname" . }}-issuer-keys-{{ .Values.issuerKeys.jwks | sha256sum | trunc 8 }}
{{- end }}
