{{/* Name of every object; leaves room for suffixes such as a CronJob's. */}}
{{- define "mfapi.fullname" -}}
{{- $name := ternary .Release.Name (printf "%s-%s" .Release.Name .Chart.Name) (contains .Chart.Name .Release.Name) -}}
{{- $name | trunc 44 | trimSuffix "-" -}}
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
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
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

{{- define "mfapi.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}
