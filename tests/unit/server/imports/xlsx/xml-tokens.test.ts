import { expect, test } from "vitest";
import { XmlTokens } from "@/server/imports/xlsx/xml-tokens";

const TEXT = `\uFEFF<?xml version="1.0"?><!-- <a> --><x:a b="1>" c='&quot;&#x41;'>
 ô &amp; <![CDATA[<&amp;>]]><d/><e></e ></x:a>\n`;

function tokensOf(pieces: readonly Buffer[]): string[] {
  const told: string[] = [];
  let text = "";
  const say = (token: string): void => {
    if (text !== "") told.push(`text ${text}`);
    text = "";
    told.push(token);
  };
  const tokens = new XmlTokens({
    open: (name, tag) => say(`open ${name} ${tag.value("b")} ${tag.value("c")}`),
    close: (name) => say(`close ${name}`),
    text: (bytes, from, to) => {
      text += bytes.toString("utf8", from, to);
    },
  });
  for (const piece of pieces) {
    tokens.push(piece);
    while (tokens.advance(() => true));
  }
  tokens.end();
  return told;
}

test("the same is told wherever the bytes are cut", () => {
  const bytes = Buffer.from(TEXT);
  const whole = [
    "text \uFEFF",
    'open a 1> "A',
    "text \n ô & <&amp;>",
    "open d undefined undefined",
    "close d",
    "open e undefined undefined",
    "close e",
    "close a",
  ];
  expect(tokensOf([bytes])).toEqual(whole);
  for (let at = 0; at <= bytes.length; at++) {
    expect(tokensOf([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(whole);
  }
  expect(tokensOf(Array.from(bytes, (byte) => Buffer.of(byte)))).toEqual(whole);
});

test.each(["<a>", "<a></a", "<a><b></a>", "</a>", "<a/>x", "<!--", "<a>&amp;", "<", "<a b='></a>", "<![CDATA[x</a>"])(
  "%s is refused",
  (text) => {
    expect(() => tokensOf([Buffer.from(text)])).toThrow(expect.objectContaining({ code: "fileUnreadable" }));
  },
);

test("what never ends is not kept", () => {
  const piece = Buffer.from(`<a b="${"x".repeat(600_000)}`);
  expect(() => tokensOf([piece, piece, piece])).toThrow(expect.objectContaining({ code: "fileUnreadable" }));
});
