# One image for a node of the platform. Data lives in /data; without DATABASE_URL it holds the embedded database.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev && rm -rf src journeys bench dist/*.map dist/metafile.json dist/.[!.]*

FROM node:20-bookworm-slim
ENV NODE_ENV=production GONGKAI_DATA=/data GONGKAI_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -m 0700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s --interval=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.GONGKAI_PORT ?? 8080}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["start"]
