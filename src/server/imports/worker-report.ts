import "server-only";
import { z } from "zod";

/** What a worker tells the process that started it: that it waits for its turn, reads the file, or does neither. */
export const workerReportSchema = z.object({ doing: z.enum(["waiting", "reading", "writing"]) });
export type WorkerReport = z.infer<typeof workerReportSchema>;
