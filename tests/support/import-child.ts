// Imports one file in a process that a test can kill: province id, viewer's unit id, path of the list.
import { closeDatabase } from "@/server/db";
import { importFile } from "@/server/imports/import-file";

const [province = "", unit = "", filePath = ""] = process.argv.slice(2);
const provinceId = Number(province);

process.stdout.write("begun\n");
await importFile(
  { userId: null, role: "province_office", provinceId, unitId: Number(unit), scopePath: "/" },
  {
    provinceId,
    sourceName: "iGate",
    isDemo: false,
    filePath,
    fileName: "list.csv",
    asOf: new Date("2020-12-31T23:59:59+07:00"),
    dryRun: false,
  },
);
await closeDatabase();
