import { cssString } from "@/lib/css-string";

/** What the foot of every printed sheet says; `print.css` sets it there. */
export function PaperFoot({ parts }: { readonly parts: readonly string[] }) {
  return <style>{`:root{--paper-foot:${cssString(parts.join(" · "))}}`}</style>;
}
