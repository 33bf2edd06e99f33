import { createElement, type ReactNode } from "react";
import { toMarkup } from "./to-markup";

type WrittenProps = {
  readonly as: "tbody" | "tfoot" | "ul" | "nav" | "div";
  readonly className?: string;
  readonly "aria-hidden"?: boolean;
  readonly "aria-label"?: string;
  readonly children: ReactNode;
};

/**
 * The rows of a large table, or the marks of a chart, that only show: written once as text, where React would write
 * each cell as data and as markup. Links in it step softly by `SoftLinks` (decision 0019).
 */
export function Written({ as, children, ...attributes }: WrittenProps) {
  const markup = { __html: toMarkup(children) };
  return createElement(as, { ...attributes, "data-written": "", dangerouslySetInnerHTML: markup });
}
