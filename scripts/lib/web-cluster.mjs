// Several `next start` on one port: pages are made of CPU time, and one process uses one core.
// The processes share nothing but the database.
import cluster from "node:cluster";
import { availableParallelism } from "node:os";

const MOST_WORKERS = 4;
const [next, ...args] = process.argv.slice(2);

// Making a page leaves much garbage that dies young: a roomy nursery spares a fifth of the time.
const loaded = ["pages-take-turns.mjs", "written-apart.mjs", "compress-answers.mjs", "draw-message-pages.mjs"].map(
  (name) => `--import=${new URL(name, import.meta.url)}`,
);
const flags = ["--max-semi-space-size=64", ...loaded];
cluster.setupPrimary({ exec: next, args, execArgv: [...process.execArgv, ...flags] });

const listening = new Set();
let isEnding = false;

cluster.on("listening", (worker) => listening.add(worker.id));
cluster.on("exit", (worker, code) => {
  const served = listening.delete(worker.id);
  if (!isEnding && served) cluster.fork();
  else if (Object.keys(cluster.workers).length === 0) process.exit(isEnding ? 0 : code || 1);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    isEnding = true;
    for (const worker of Object.values(cluster.workers)) worker.process.kill("SIGTERM");
  });
}

const count = Number(process.env.WEB_PROCESSES ?? Math.min(MOST_WORKERS, availableParallelism()));
for (let index = 0; index < count; index += 1) cluster.fork();
