{{/* Name of every object; leaves room for suffixes such as a CronJob's. */}}
{{- define "mfapi.fullname" -}}
{{- $chart := .Values.nameOverride | default .Chart.Name -}}
{{- $name := ternary .Release.Name (printf "%s-%s" .Release.Name $chart) (contains $chart .Release.Name) -}}
{{- .Values.fullnameOverride | default $name | trunc 44 | trimSuffix "-" -}}
{{- end }}

{{/* Labels by which a workload finds its pods. Takes (list . component). */}}
{{- define "mfapi.selectorLabels" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ $root.Chart.Name }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* Labels of every object. Takes (list . component). */}}
{{- define "mfapi.labels" -}}
{{- $root := index . 0 -}}
{{ include "mfapi.selectorLabels" . }}
app.kubernetes.io/version: {{ printf "%s-%s" $root.Chart.AppVersion $root.Values.image.tag | trimSuffix "-" | trunc 63 | trimAll "-._" | quote }}
app.kubernetes.io/part-of: {{ $root.Chart.Name }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* Takes (list . image values). */}}
{{- define "mfapi.image" -}}
{{- $root := index . 0 -}}
{{- $image := index . 1 -}}
{{- if $image.digest -}}
{{ $image.repository }}@{{ $image.digest }}
{{- else -}}
{{ $image.repository }}:{{ $root.Values.image.tag | default $root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{- define "mfapi.imagePullSecrets" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Where pods other than the API's get tokens. */}}
{{- define "mfapi.issuerForClients" -}}
{{- ternary (printf "http://%s:4000" (include "mfapi.fullname" .)) .Values.config.OIDC_ISSUER .Values.development.enabled -}}
{{- end }}

{{/* The file of a secret setting, also its key in the Secret: ACCWEA_TOKEN is accwea-token. */}}
{{- define "mfapi.secretFile" -}}
{{ . | lower | replace "_" "-" }}
{{- end }}

{{- define "mfapi.secretName" -}}
{{- if eq .Values.secrets.from "existing" -}}
{{ .Values.secrets.existingName }}
{{- else -}}
{{ include "mfapi.fullname" . }}
{{- end -}}
{{- end }}

{{/* The restricted Pod Security Standard; the group may read mounted secrets. */}}
{{- define "mfapi.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* The host names that watches use: the region's, and the global one if there is one. */}}
{{- define "mfapi.hosts" -}}
{{- $hosts := list .Values.ingress.host -}}
{{- if .Values.ingress.globalHost -}}
{{- $hosts = append $hosts .Values.ingress.globalHost -}}
{{- end -}}
{{- toYaml $hosts -}}
{{- end }}

{{/* The paths that are routed: by type, `exact` and `prefix`. */}}
{{- define "mfapi.paths" -}}
{{- $exact := list "/" "/prcpt" "/uvidx" "/deprecation" -}}
{{- $prefix := list "/v1/" "/problems/" -}}
{{- if .Values.docsEnabled -}}
{{- $exact = concat $exact (list "/openapi.json" "/openapi.yaml") -}}
{{- $prefix = append $prefix "/docs" -}}
{{- end -}}
{{- toYaml (dict "exact" $exact "prefix" $prefix) -}}
{{- end }}

{{- define "mfapi.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}
