"use client";

import { createElement } from "react";
import { takeApart } from "./written-apart";

type WrittenTextProps = {
  readonly as: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The markup itself, or the name under which it was laid apart. */
  readonly text: { readonly markup: string } | { readonly name: string };
};

/** An element around markup that is ready; React takes it over as it stands. */
export function WrittenText({ as, attributes, text }: WrittenTextProps) {
  const isApart = "name" in text;
  return createElement(as, {
    ...attributes,
    "data-written": isApart ? text.name : "",
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: isApart ? takeApart(text.name) : text.markup },
  });
}
