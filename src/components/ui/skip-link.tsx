import { COMMON } from "@/lib/strings/common";

/** The first stop of the Tab key; every page marks its content with id="main". */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-10 -translate-y-16 bg-accent px-4 py-2 text-on-accent focus:translate-y-0 print:hidden"
    >
      {COMMON.skipToContent}
    </a>
  );
}
