import { crc32, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { palettePng } from "../../../scripts/lib/testing/palette-png";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(width: number, kind: number, lines: readonly (readonly number[])[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(lines.length, 4);
  head.set([8, kind, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(lines.flat()));
  const halves = [data.subarray(0, 9), data.subarray(9)];
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from("a\0b")),
    ...halves.map((half) => chunk("IDAT", half)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The colours of an indexed PNG as `palettePng` writes it. */
function coloursOf(picture: Buffer): number[][] {
  const contents = new Map<string, Buffer>();
  for (let at = 8; at < picture.length; at += 12 + picture.readUInt32BE(at)) {
    const content = picture.subarray(at + 8, at + 8 + picture.readUInt32BE(at));
    expect(picture.readUInt32BE(at + 8 + content.length)).toBe(
      crc32(picture.subarray(at + 4, at + 8 + content.length)),
    );
    contents.set(picture.toString("latin1", at + 4, at + 8), content);
  }
  const palette = contents.get("PLTE") ?? Buffer.alloc(0);
  const width = contents.get("IHDR")?.readUInt32BE(0) ?? 0;
  const lines = inflateSync(contents.get("IDAT") ?? Buffer.alloc(0));
  return [...lines].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [[...palette.subarray(index * 3, index * 3 + 3)]],
  );
}

describe("a picture with few colours", () => {
  test("keeps every colour, whichever filter its lines were written with", () => {
    // Two pixels a line: (10, 20, 30) and (40, 50, 60), written as is, then as differences in the four ways of PNG.
    const picture = png(2, 2, [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 0, 0, 0, 0, 0, 0],
    ]);
    const line = [
      [10, 20, 30],
      [40, 50, 60],
    ];
    expect(coloursOf(palettePng(picture))).toEqual([...line, ...line, ...line, ...line, ...line]);
  });

  test("drops what is behind the paper, and is left as it is the second time", () => {
    const once = palettePng(png(1, 6, [[0, 1, 2, 3, 255]]));
    expect(coloursOf(once)).toEqual([[1, 2, 3]]);
    expect(palettePng(once)).toBe(once);
  });
});

test("more than 256 colours are rounded, by no more than is needed", () => {
  const greys = Array.from({ length: 256 }, (_, value) => [value, value, value]);
  const others = Array.from({ length: 64 }, (_, value) => [255, value, value]);
  const picture = png(320, 2, [[0, ...greys.flat(), ...others.flat()]]);
  const shown = coloursOf(palettePng(picture));
  expect(new Set(shown.map(String)).size).toBeLessThanOrEqual(256);
  const worst = [...greys, ...others].map((colour, at) =>
    Math.max(...colour.map((value, part) => Math.abs(value - (shown[at]?.[part] ?? Number.NaN)))),
  );
  expect(Math.max(...worst)).toBe(1);
});

test("anything else is refused", () => {
  expect(() => palettePng(Buffer.from("GIF89a"))).toThrow("not a PNG");
});
