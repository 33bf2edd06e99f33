import { afterAll, afterEach, beforeEach } from "vitest";

const METHODS = ["debug", "log", "info", "warn", "error"] as const;
const noise: string[] = [];

function failOnNoise(): void {
  const heard = noise.splice(0);
  if (heard.length > 0) throw new Error(`A test must be silent, but the console was told:\n${heard.join("\n")}`);
}

// A test that expects a message replaces the method with a spy of its own.
beforeEach(() => {
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) => {
      noise.push(`console.${method}: ${parts.map(String).join(" ")}`);
    };
  }
});
afterEach(failOnNoise);
afterAll(failOnNoise);
