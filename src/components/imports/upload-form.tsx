"use client";

import { type FormEvent, useState } from "react";
import { formatBytes } from "@/lib/format-bytes";
import { IMPORT_PAGES } from "@/lib/strings/import-pages";

export type UploadFormProps = {
  /** Names already used, newest first, to pick from. */
  readonly sourceNames: readonly string[];
  /** "YYYY-MM-DDTHH:mm" on the province's clock. */
  readonly defaultAsOf: string;
  readonly maxBytes: number;
  /** Why the form came back; null when it is fresh. */
  readonly message: string | null;
};

type Status =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly sent: number; readonly total: number }
  | { readonly kind: "received" }
  | { readonly kind: "failed"; readonly message: string };

const ENDPOINT = "/api/imports";
const { form: words } = IMPORT_PAGES;

/** Posts the file as any form does; with JavaScript it shows how far it has come and stays on the page. */
export function UploadForm({ sourceNames, defaultAsOf, maxBytes, message }: UploadFormProps) {
  const [status, setStatus] = useState<Status>(message === null ? { kind: "idle" } : { kind: "failed", message });
  const limit = formatBytes(maxBytes);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (file instanceof File && file.size > maxBytes) {
      setStatus({ kind: "failed", message: words.tooLarge(limit) });
      return;
    }
    setStatus({ kind: "sending", sent: 0, total: file instanceof File ? file.size : 1 });
    try {
      if (file instanceof File) await describeFile(data, file);
      upload(data, setStatus);
    } catch {
      // It was changed or taken away after it was chosen.
      setStatus({ kind: "failed", message: words.unreadable });
    }
  };

  const busy = status.kind === "sending" || status.kind === "received";
  return (
    <form action={ENDPOINT} method="post" encType="multipart/form-data" onSubmit={send} className="grid max-w-xl gap-6">
      <label className="grid gap-1 text-sm">
        <span className="font-semibold">{words.source}</span>
        <input
          name="sourceName"
          list="source-names"
          required
          maxLength={100}
          defaultValue={sourceNames[0]}
          className="field"
        />
        <datalist id="source-names">
          {sourceNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <span className="text-xs text-secondary">{words.sourceHint}</span>
      </label>
      <label className="grid gap-1 text-sm">
        <span className="font-semibold">{words.asOf}</span>
        <input
          name="asOf"
          type="datetime-local"
          required
          defaultValue={defaultAsOf}
          max={defaultAsOf}
          className="field"
        />
        <span className="text-xs text-secondary">{words.asOfHint}</span>
      </label>
      <label className="grid gap-1 text-sm">
        <span className="font-semibold">{words.file}</span>
        <input name="file" type="file" required accept=".xlsx,.xls,.csv,.tsv,.txt,.html,.htm,.json" className="field" />
        <span className="text-xs text-secondary">{words.fileHint(limit)}</span>
      </label>
      {status.kind === "failed" && (
        <p role="alert" className="text-overdue">
          {status.message}
        </p>
      )}
      <div className="grid gap-2">
        <button type="submit" disabled={busy} className="button justify-self-start">
          {words.submit}
        </button>
        <UploadProgress status={status} />
      </div>
    </form>
  );
}

function UploadProgress({ status }: { readonly status: Status }) {
  if (status.kind === "received") return <p role="status">{words.received}</p>;
  if (status.kind !== "sending") return null;
  const text = words.uploading(formatBytes(status.sent), formatBytes(status.total));
  return (
    <p role="status" className="grid gap-1 text-sm">
      {text}
      <progress value={status.sent} max={status.total} aria-label={text} className="w-full" />
    </p>
  );
}

/**
 * Says before the file what it is: only the size and the hash the browser sees tell a whole file from one that was cut
 * short or changed on its way. Browsers make no hash on a page that came without encryption.
 */
async function describeFile(data: FormData, file: File): Promise<void> {
  data.delete("file");
  data.set("bytes", String(file.size));
  if (window.isSecureContext) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    data.set("sha256", Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }
  data.set("file", file);
}

/** XMLHttpRequest, because fetch cannot say how much has been sent. */
function upload(data: FormData, report: (status: Status) => void): void {
  const request = new XMLHttpRequest();
  request.open("POST", ENDPOINT);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => report({ kind: "sending", sent: loaded, total });
  request.upload.onload = () => report({ kind: "received" });
  request.onerror = () => report({ kind: "failed", message: words.failed });
  request.onload = () => {
    const answer: unknown = request.response;
    const location = textOf(answer, "location");
    if (request.status === 201 && location !== null) window.location.assign(location);
    else report({ kind: "failed", message: textOf(answer, "message") ?? words.failed });
  };
  request.send(data);
}

function textOf(answer: unknown, name: "location" | "message"): string | null {
  if (typeof answer !== "object" || answer === null) return null;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === "string" ? value : null;
}
