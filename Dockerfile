FROM node:22-bookworm-slim
RUN mkdir /app /data && chown node:node /app /data
USER node
WORKDIR /app
COPY --chown=node:node package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY --chown=node:node . .
RUN node scripts/setup.mjs && node scripts/build.mjs
EXPOSE 3000
CMD ["node", "scripts/start.mjs"]
