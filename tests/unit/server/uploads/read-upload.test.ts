import type { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readUpload, type Upload } from "@/server/uploads/read-upload";

const MAX = 1024 * 1024;

function requestOf(body: BodyInit, headers: HeadersInit = {}): Request {
  return new Request("http://here.invalid/api/imports", { method: "POST", body, headers });
}

function formOf(file: Blob | null, fileName = "list.csv"): FormData {
  const form = new FormData();
  form.set("sourceName", "iGate");
  form.set("asOf", "2020-10-31T23:59");
  if (file) form.set("file", file, fileName);
  return form;
}

async function bytesOf(content: Readable): Promise<number> {
  let bytes = 0;
  for await (const chunk of content) bytes += chunk.length;
  return bytes;
}

const takeAll = async ({ fields, fileName, content }: Upload) => ({ fields, fileName, bytes: await bytesOf(content) });

/** A form whose file comes piece by piece and may break off. */
function brokenForm(pieces: number, breaksOff: boolean): Request {
  const encoder = new TextEncoder();
  const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent <= pieces) controller.enqueue(sent === 0 ? encoder.encode(head) : new Uint8Array(1000));
      else if (breaksOff) controller.error(new Error("gone"));
      else controller.close();
      sent += 1;
    },
  });
  const init = {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "multipart/form-data; boundary=cut" },
  };
  return new Request("http://here.invalid/", init);
}

describe("an upload", () => {
  it("is handed on with the fields before it", async () => {
    const result = await readUpload(requestOf(formOf(new Blob(["x".repeat(300_000)]))), MAX, takeAll);
    expect(result).toEqual({
      fields: { sourceName: "iGate", asOf: "2020-10-31T23:59" },
      fileName: "list.csv",
      bytes: 300_000,
    });
  });

  it("keeps its Vietnamese name, composed, without folders", async () => {
    const name = "Danh sách hồ sơ tháng 10.xlsx";
    const { fileName } = await readUpload(requestOf(formOf(new Blob(["x"]), name.normalize("NFD"))), MAX, takeAll);
    expect(fileName).toBe(name);
    const withFolder = await readUpload(requestOf(formOf(new Blob(["x"]), `../../etc/${name}`)), MAX, takeAll);
    expect(withFolder.fileName).toBe(name);
  });

  it("may be exactly as large as allowed, and no larger", async () => {
    const exact = await readUpload(requestOf(formOf(new Blob(["x".repeat(MAX)]))), MAX, takeAll);
    expect(exact.bytes).toBe(MAX);
    await expect(readUpload(requestOf(formOf(new Blob(["x".repeat(MAX + 1)]))), MAX, takeAll)).rejects.toMatchObject({
      code: "fileTooLarge",
      params: { limit: "1 MB" },
    });
  });

  it("that is not wanted is read to its end, so that the answer arrives", async () => {
    const refuse = async () => {
      throw new Error("not wanted");
    };
    await expect(readUpload(requestOf(formOf(new Blob(["x".repeat(900_000)]))), MAX, refuse)).rejects.toThrow(
      "not wanted",
    );
  });

  it.each([
    ["a form without a file", () => requestOf(formOf(null))],
    ["a file that nobody chose", () => requestOf(formOf(new Blob([]), ""))],
    ["no form", () => requestOf("a=b", { "content-type": "application/x-www-form-urlencoded" })],
    ["a form without its boundary", () => requestOf("x", { "content-type": "multipart/form-data" })],
    ["nothing", () => new Request("http://here.invalid/", { method: "POST" })],
  ])("is missing in %s", async (_, request) => {
    await expect(readUpload(request(), MAX, takeAll)).rejects.toMatchObject({
      code: "invalidInput",
      params: { field: "file", reason: "missing" },
    });
  });

  it.each([true, false])("that breaks off is not taken for whole (error: %s)", async (breaksOff) => {
    await expect(readUpload(brokenForm(50, breaksOff), MAX, takeAll)).rejects.toMatchObject({ code: "fileUnreadable" });
  });
});
