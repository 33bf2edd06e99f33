import { cleanText } from "@/lib/text";

/**
 * For each column the texts above it, from the top down. A cell merged across stands at the left of the columns it
 * heads; one merged down is told once.
 */
export function headPaths(rows: readonly (readonly (string | number)[])[]): string[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const texts = rows.map((cells) => Array.from({ length: width }, (_, at) => cleanText(String(cells[at] ?? ""))));
  return Array.from({ length: width }, (_, at) => {
    const lowest = texts.findLastIndex((row) => row[at] !== "");
    return texts
      .slice(0, lowest + 1)
      .map((row) => row[at] || (row.slice(0, at).findLast((text) => text !== "") ?? ""))
      .filter((text, depth, path) => text !== "" && text !== path[depth - 1]);
  });
}

/** "Đã giải quyết – Trễ hạn". */
export function pathText(path: readonly string[]): string {
  return path.join(" – ");
}
