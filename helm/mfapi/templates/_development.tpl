{{/*
The simulator and the development issuer, in the pod of the API: it accepts plain HTTP on loopback only. The tokens of the
issuer are valid for this pod, whose issuer signed them.
*/}}
{{- define "mfapi.developmentContainers" -}}
{{- range $name := list "simulator" "issuer" -}}
- name: {{ $name }}
  image: {{ include "mfapi.image" (list $ $.Values.development.image) }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  args:
    - dist/development/{{ $name }}.js
  {{- if eq $name "issuer" }}
  # Clients reach it through the Service.
  env:
    - name: HOST
      value: 0.0.0.0
    - name: ISSUER_URL
      value: http://127.0.0.1:4000
  ports:
    - name: issuer
      containerPort: 4000
  {{- end }}
  securityContext:
    {{- include "mfapi.containerSecurityContext" $ | nindent 4 }}
  resources:
    requests:
      cpu: 50m
      memory: 128Mi
    limits:
      cpu: 500m
      memory: 256Mi
{{ end -}}
{{- end }}
