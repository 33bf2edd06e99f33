import { createElement, Fragment, type ReactNode } from "react";
import { lookAt, type PagePart } from "./page-part";
import { layApart } from "./written-apart";
import { WrittenText } from "./written-text";

/** Shorter ones cost React less than the place they would be taken from. */
const FEWEST_LETTERS = 200;

/**
 * Draws its content as it is, at less cost: elements in which nothing needs React are written once as text, where
 * React would write each as data and as markup. Links in them step softly by `SoftLinks` (decision 0019).
 */
export function Written({ children }: { readonly children: ReactNode }) {
  return toReact(lookAt(children, toReact));
}

function toReact(part: PagePart): ReactNode {
  if (part.kind === "group") return createElement(Fragment, { key: part.key }, ...part.parts.map(toReact));
  if (part.kind !== "element" || part.inner.length < FEWEST_LETTERS) return part.node;
  const { key, tag, props, inner } = part;
  const name = layApart(inner);
  return <WrittenText key={key} as={tag} attributes={props} text={name === null ? { markup: inner } : { name }} />;
}
