# Three images: `api`, the last stage and so the default; `smoke`, which also has the load generator; and `development`, the issuer
# and the simulator for an environment that has neither. Renovate updates the tag; the pipeline signs and scans the images.
# The build runs on the builder's own platform: what it writes is the same for all.
ARG BUILDPLATFORM
FROM --platform=${BUILDPLATFORM} docker.io/library/node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: tools/run.mjs says why. The lock file decides the versions all the same.
RUN npm install --no-save --include=dev
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src src
COPY libs libs
COPY packages packages
COPY apps apps
COPY tools/bundle tools/bundle
RUN npm run build && find node_modules/swagger-ui-dist -name '*.map' -delete

FROM build AS development-bundle
RUN node dist/tools/bundle/development.js

FROM docker.io/library/node:24-slim AS development
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=development-bundle /app/dist/development dist/development
USER 10001:10001
ENTRYPOINT ["node"]

FROM docker.io/library/node:24-slim AS smoke
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=build /app/dist/apps/smoke dist/apps/smoke
COPY --from=build /app/dist/libs/pilot/pilot.js dist/libs/pilot/pilot.js
COPY --from=build /app/dist/packages/client-credentials dist/packages/client-credentials
# The load generator, for the Job of the chart: `node dist/apps/fleet/main.js load`. It needs one package.
COPY --from=build /app/node_modules/undici node_modules/undici
COPY --from=build /app/dist/apps/fleet/main.js dist/apps/fleet/main.js
COPY --from=build /app/dist/apps/fleet/load dist/apps/fleet/load
COPY --from=build /app/dist/packages/watch-client dist/packages/watch-client
COPY --from=build /app/dist/packages/simulated-weather dist/packages/simulated-weather
USER 10001:10001
ENTRYPOINT ["node", "dist/apps/smoke/main.js"]

FROM docker.io/library/node:24-slim AS api
ARG VERSION=0.2.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Meteo French API" \
  org.opencontainers.image.description="Weather for connected watches" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
ENV NODE_ENV=production
WORKDIR /app
# The packages are in the bundle; only Swagger UI is served from its files.
COPY --from=build /app/node_modules/swagger-ui-dist node_modules/swagger-ui-dist
COPY --from=build /app/dist/api dist/api
COPY package.json LICENSE ./
USER 10001:10001
EXPOSE 3000 9464
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "--input-type=module", "--eval", "const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/live`); process.exit(ok ? 0 : 1);"]
# Node is process 1, so that SIGTERM reaches it. It may read files and use the network: no writing, no other process, no
# thread, no native code (docs/adr/0022-bounded-connections.md).
CMD ["node", "--permission", "--allow-fs-read=*", "--disable-sigusr1", "--enable-source-maps", "dist/api/main.js"]
