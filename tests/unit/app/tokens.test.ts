import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colourDistance, contrastRatio } from "../../support/colours";

type Tokens = Readonly<Record<string, string>>;

const CSS = readFileSync("src/app/tokens.css", "utf8");

/** The colours that the block of the opening line sets: of the light theme, or of the dark one. */
function block(opening: string, theme: "light" | "dark"): Tokens {
  const start = CSS.indexOf(`${opening} {`);
  expect(start, opening).toBeGreaterThanOrEqual(0);
  const [text = ""] = /\{[^{}]*/.exec(CSS.slice(start + opening.length)) ?? [];
  const colours = [...text.matchAll(/--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;/g)];
  expect(colours.length, opening).toBeGreaterThan(0);
  return Object.fromEntries(colours.map(([, name, one, other = one]) => [name, theme === "light" ? one : other]));
}

const light = block(":root", "light");
const dark = block(":root", "dark");
const more = { ...light, ...block("@variant more", "light") };
const moreDark = { ...dark, ...block("@variant more", "dark") };
const print = { ...light, ...block("@media print {\n  :root", "light") };

/** How far words and fills stand out, at least. On paper a fill stands beside its word and sign. */
const THEMES = [
  { name: "light", tokens: light, words: 4.5, signs: 2.5 },
  { name: "dark", tokens: dark, words: 4.5, signs: 2.5 },
  { name: "more contrast", tokens: more, words: 7, signs: 3 },
  { name: "more contrast, dark", tokens: moreDark, words: 7, signs: 3 },
  { name: "print", tokens: print, words: 4.5, signs: 2.5 },
];

const WORDS = ["ink", "secondary", "accent", "overdue", "doubtful"];
const WARNINGS = ["late", "overdue", "paused", "on-time"];
const TOGETHER = [
  ["early", "on-time", "late"],
  ["in-time", "paused", "overdue"],
];

function token(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`no colour --${name}`);
  return value;
}

describe.each(THEMES)("the colours of the theme: $name", ({ name, tokens, words, signs }) => {
  test.each(["paper", "page"])("words are read on %s", (ground) => {
    for (const word of WORDS) {
      expect(contrastRatio(token(tokens, word), token(tokens, ground)), word).toBeGreaterThanOrEqual(words);
    }
    expect(contrastRatio(token(tokens, "on-accent"), token(tokens, "accent")), "on-accent").toBeGreaterThanOrEqual(
      words,
    );
    for (const sign of WARNINGS) {
      expect(contrastRatio(token(tokens, sign), token(tokens, ground)), sign).toBeGreaterThanOrEqual(signs);
    }
  });

  test.each(["usual", "protanopia", "deuteranopia"] as const)("classes side by side differ: %s", (vision) => {
    for (const classes of TOGETHER) {
      for (const [index, one] of classes.entries()) {
        for (const other of classes.slice(index + 1)) {
          const distance = colourDistance(token(tokens, one), token(tokens, other), vision);
          expect(distance, `${name}: ${one} and ${other}`).toBeGreaterThanOrEqual(20);
        }
      }
    }
  });
});
