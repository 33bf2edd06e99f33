"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { SHORTCUTS } from "@/lib/strings/shortcuts";
import { SITE_SEARCH_ID } from "./site-search-id";

const PLACES: Readonly<Record<string, string>> = { h: "/", r: "/ranking", d: "/dossiers" };
/** How long the first key of a pair waits for the second. */
const PAIR_MILLISECONDS = 1500;

const SETTING = "shortcuts";
const OFF = "off";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null;
}

function toggleTables(): void {
  const tables = [...document.querySelectorAll<HTMLDetailsElement>("main details")];
  const isAllOpen = tables.every(({ open }) => open);
  for (const table of tables) table.open = !isAllOpen;
}

/** The keys of the product, and the sheet that lists them. Without JavaScript nothing is lost but the keys. */
export function KeyboardShortcuts() {
  const sheet = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(SETTING) !== OFF), []);
  useEffect(() => {
    if (!isOn) return;
    let firstAt = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || sheet.current?.open) return;
      const place = PLACES[event.key];
      if (place !== undefined && event.timeStamp - firstAt < PAIR_MILLISECONDS) router.push(place);
      firstAt = event.key === "g" ? event.timeStamp : 0;
      if (event.key === "t") toggleTables();
      if (event.key === "?") sheet.current?.showModal();
      if (event.key !== "/") return;
      event.preventDefault();
      document.getElementById(SITE_SEARCH_ID)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, isOn]);
  const keep = (on: boolean): void => {
    localStorage.setItem(SETTING, on ? "on" : OFF);
    setOn(on);
  };
  return (
    <>
      <button
        type="button"
        className="needs-script cursor-pointer text-accent hover:underline max-sm:hidden"
        onClick={() => sheet.current?.showModal()}
      >
        {SHORTCUTS.open}
      </button>
      <dialog
        ref={sheet}
        aria-labelledby="shortcuts-title"
        className="m-auto rounded-md border border-ink bg-paper p-6 text-ink backdrop:bg-ink/40"
      >
        <h2 id="shortcuts-title" className="text-xl font-semibold">
          {SHORTCUTS.title}
        </h2>
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-sm">
          {SHORTCUTS.list.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="font-sans font-semibold">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-xs text-secondary">{SHORTCUTS.note}</p>
        <label className="mt-4 flex items-baseline gap-2 text-sm">
          <input type="checkbox" checked={isOn} onChange={(event) => keep(event.target.checked)} />
          {SHORTCUTS.enabled}
        </label>
        <form method="dialog" className="mt-4">
          <button type="submit" className="button text-sm">
            {SHORTCUTS.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
