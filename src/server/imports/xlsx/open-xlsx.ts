import "server-only";
import { AppError } from "../../errors";
import type { RawRow, Sheet } from "../sheet-reader";
import { checkZip } from "./check-zip";
import { readDateStyles } from "./read-date-styles";
import { readEntry } from "./read-entry";
import { readSharedTexts } from "./read-shared-texts";
import { readWorkbook } from "./read-workbook";
import { SharedTexts } from "./shared-texts";
import { type CellContext, SheetHandler } from "./sheet-handler";
import { XlsxMerged } from "./xlsx-merged";
import { XmlTokens } from "./xml-tokens";

/**
 * The sheets of an Excel workbook. No formula is evaluated: a cell is what the file cached. What the cells share is read
 * with the first sheet that is asked for its rows, and kept for the others.
 */
export async function openXlsx(filePath: string): Promise<readonly Sheet[]> {
  const merged = new XlsxMerged();
  const names = await checkZip(filePath, (name, chunk) => merged.take(name, chunk));
  const workbook = await readWorkbook(filePath, names).catch(refuse);
  let context: Promise<CellContext> | undefined;
  async function readContext(): Promise<CellContext> {
    const { textsPath, stylesPath, isFrom1904 } = workbook;
    const texts = textsPath === "" ? new SharedTexts() : await readSharedTexts(filePath, textsPath);
    const areDates = stylesPath === "" ? [] : await readDateStyles(filePath, stylesPath);
    return { texts, areDates, isFrom1904 };
  }
  return workbook.sheets.map(({ name, isHidden, path }) => ({
    name,
    isHidden,
    merged: () => merged.of(path),
    rows: async function* () {
      try {
        context ??= readContext();
        yield* readSheet(filePath, path, await context);
      } catch (error) {
        refuse(error);
      }
    },
  }));
}

async function* readSheet(filePath: string, path: string, context: CellContext): AsyncGenerator<readonly RawRow[]> {
  const handler = new SheetHandler(context);
  const tokens = new XmlTokens(handler);
  for await (const piece of readEntry(filePath, path)) {
    tokens.push(piece);
    while (tokens.advance(() => handler.isFull)) yield handler.takeRows();
  }
  tokens.end();
  yield handler.takeRows();
}

function refuse(error: unknown): never {
  throw error instanceof AppError ? error : new AppError("fileUnreadable");
}
