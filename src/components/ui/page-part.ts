import Link from "next/link";
import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { attributesText, escaped, type Props } from "./markup-text";

/** A part of a page, looked at. */
export type PagePart =
  /** Nothing in it needs React: `markup` is what React would draw of it. */
  | { readonly kind: "text"; readonly markup: string; readonly node: ReactNode }
  | StillElement
  /** Several parts in a row; `markup` is null where one of them needs React. */
  | { readonly kind: "group"; readonly markup: string | null; readonly key: Key; readonly parts: readonly PagePart[] }
  /** React draws it. */
  | { readonly kind: "live"; readonly markup: null; readonly node: ReactNode };

type Key = string | undefined;

export type StillElement = {
  readonly kind: "element";
  readonly markup: string;
  readonly node: ReactNode;
  readonly key: Key;
  readonly tag: string;
  /** Without its children. */
  readonly props: Props;
  /** The markup of its children. */
  readonly inner: string;
};

/** How a part that is drawn by React is handed to it. */
type ToReact = (part: PagePart) => ReactNode;

type Place = "columnHead" | "drawing" | null;

type Component = (props: Props) => ReactNode;

const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "img", "wbr"]);

/** On links that are no steps within the page: `SoftLinks` leaves them to the browser. */
const WHOLE = { "data-whole": "" };

/** What a reader changes, what stays open, and what is no text between tags. */
const LIVE_ELEMENTS: ReadonlySet<string> = new Set(
  "button details dialog form input link meta option script select style textarea title".split(" "),
);

/**
 * Looks at what JSX made: asks functions what they draw, and finds what only shows (elements, links within the product,
 * words and numbers; every word is escaped) and what React must draw: whatever a reader changes or folds, what is spoken when it
 * changes, components of the browser, and links in the head of a table, which keep the focus while they order it.
 */
export function lookAt(node: ReactNode, toReact: ToReact, place: Place = null): PagePart {
  if (node === null || node === undefined || typeof node === "boolean") return { kind: "text", markup: "", node };
  if (typeof node === "string") return { kind: "text", markup: escaped(node), node };
  if (typeof node === "number") return { kind: "text", markup: String(node), node };
  if (Array.isArray(node)) return group(node.map((child: ReactNode) => lookAt(child, toReact, place)));
  if (!isValidElement<Props & { readonly children?: ReactNode }>(node)) return live(node);
  const { type, props, key } = node;
  if (type === Fragment) return keyed(lookAt(props.children, toReact, place), key);
  if (type === Link && place !== "columnHead") {
    return elementPart(node, "a", { ...props, prefetch: undefined }, toReact, place);
  }
  if (type === "a") return elementPart(node, type, { ...props, ...WHOLE }, toReact, place);
  if (typeof type === "string") return elementPart(node, type, props, toReact, placeIn(type, props) ?? place);
  if (!isComponent(type)) return live(withChildren(node, toReact, place));
  return keyed(lookAt(type(props), toReact, place), key);
}

/** Components of the browser are functions on the server too, marked as references. */
function isComponent(type: unknown): type is Component {
  return typeof type === "function" && !("$$typeof" in type);
}

function live(node: ReactNode): PagePart {
  return { kind: "live", markup: null, node };
}

function group(parts: readonly PagePart[]): PagePart {
  let markup: string | null = "";
  for (const part of parts) markup = markup === null || part.markup === null ? null : markup + part.markup;
  return { kind: "group", markup, key: undefined, parts };
}

/** What a function draws takes the place of the function itself among its neighbours. */
function keyed(part: PagePart, key: string | null): PagePart {
  if (key === null || part.kind === "text") return part;
  if (part.kind === "live") return live(createElement(Fragment, { key }, part.node));
  return { ...part, key };
}

function elementPart(
  node: ReactElement<Props & { readonly children?: ReactNode }>,
  tag: string,
  props: Props & { readonly children?: ReactNode },
  toReact: ToReact,
  place: Place,
): PagePart {
  const { children, ...own } = props;
  const attributes = isLive(tag, own, place) ? null : attributesText(own);
  const content = lookAt(children, toReact, place);
  if (attributes === null || content.markup === null) return live(withContent(node, content, toReact));
  const inner = content.markup;
  const markup = VOID_ELEMENTS.has(tag) ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inner}</${tag}>`;
  return { kind: "element", markup, node, key: node.key ?? undefined, tag, props: own, inner };
}

/** Within a head that orders its column, or within a drawing, where a title is a word like any other. */
function placeIn(tag: string, props: Props): Place {
  if (tag === "svg") return "drawing";
  return tag === "th" && props.scope === "col" ? "columnHead" : null;
}

function isLive(tag: string, props: Props, place: Place): boolean {
  if (tag === "title" && place === "drawing") return false;
  return LIVE_ELEMENTS.has(tag) || "aria-live" in props || props.role === "status" || props.role === "alert";
}

function withChildren(
  node: ReactElement<Props & { readonly children?: ReactNode }>,
  toReact: ToReact,
  place: Place,
): ReactNode {
  return withContent(node, lookAt(node.props.children, toReact, place), toReact);
}

/** The element with its children as they are handed to React, side by side: none needs a key. */
function withContent(node: ReactElement<Props>, content: PagePart, toReact: ToReact): ReactNode {
  if (node.props.children === undefined || node.props.children === null) return node;
  const parts = content.kind === "group" && content.key === undefined ? content.parts : [content];
  return createElement(node.type, { ...node.props, key: node.key ?? undefined }, ...parts.map(toReact));
}
