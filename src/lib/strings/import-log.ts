import { formatCount } from "../format";
import type { IMPORT_PAGES } from "./import-pages";

type State = keyof typeof IMPORT_PAGES.states;

const TASKS = { preview: "đọc thử", apply: "ghi" } as const;
type Task = keyof typeof TASKS;

/** What an import says in the server's log, and to the operator who watches it. */
export const IMPORT_LOG = {
  waiting: (batch: number, task: Task): string => `[lần nhập ${batch}] chờ đến lượt để ${TASKS[task]}`,
  progress: (batch: number, task: Task, rows: number): string =>
    `[lần nhập ${batch}] đang ${TASKS[task]}: ${formatCount(rows)} dòng`,
  done: (batch: number, task: Task, rows: number, seconds: number): string =>
    `[lần nhập ${batch}] ${TASKS[task]} xong: ${formatCount(rows)} dòng, ${seconds.toFixed(1).replace(".", ",")} giây`,
  failed: (batch: number, task: Task, message: string): string =>
    `[lần nhập ${batch}] ${TASKS[task]} không xong: ${message}`,
  waitsFor: (other: { readonly id: number; readonly fileName: string } | null): string =>
    other === null
      ? "Đang chờ việc khác trên số liệu của tỉnh xong; sẽ tự bắt đầu."
      : `Đang chờ lần nhập ${other.id} (${other.fileName}) xong; sẽ tự bắt đầu.`,
  reading: (state: State, rows: number, total: number | null): string =>
    `${state === "applying" ? "Đang ghi" : "Đang đọc"}: ${formatCount(rows)}${total === null ? "" : `/${formatCount(total)}`} dòng`,
} as const;
