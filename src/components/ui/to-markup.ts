import Link from "next/link";
import { Fragment, isValidElement, type ReactNode } from "react";

type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => ReactNode;

/** How JSX names an attribute, and how a document does; names in small letters are the same in both. */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  dominantBaseline: "dominant-baseline",
  fillOpacity: "fill-opacity",
  strokeDasharray: "stroke-dasharray",
  strokeLinejoin: "stroke-linejoin",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  textAnchor: "text-anchor",
  vectorEffect: "vector-effect",
};

/** Of the names with capitals, those that a document writes alike. */
const PLAIN_NAME = /^(?:[a-z][a-z0-9-]*|colSpan|rowSpan|viewBox|preserveAspectRatio)$/;

const WITHIN_PRODUCT = /^(?:[#?]|\/(?![/\\]))/;

const VOID_ELEMENTS: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "wbr"]);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/**
 * What React would draw of these elements, as text, for content that nothing on the page touches again: functions of
 * their props, elements, links within the product (as plain ones), words and numbers. Every word is escaped. Throws on
 * anything that needs React: events, hooks of the browser, components of the browser, markup handed in.
 */
export function toMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.reduce<string>((markup, child) => markup + toMarkup(child), "");
  if (!isValidElement<Props & { readonly children?: ReactNode }>(node)) throw new Error("cannot be written as text");
  const { type, props } = node;
  if (type === Fragment) return toMarkup(props.children);
  if (typeof type === "string") return elementMarkup(type, props, props.children);
  if (type === Link) return elementMarkup("a", { ...props, prefetch: undefined }, props.children);
  if (isComponent(type)) return toMarkup(type(props));
  throw new Error("a component of the browser cannot be written as text");
}

/** Components of the browser are functions on the server too, marked as references. */
function isComponent(type: object): type is Component {
  return typeof type === "function" && !("$$typeof" in type);
}

function elementMarkup(tag: string, props: Props, children: ReactNode): string {
  let start = `<${tag}`;
  for (const name in props) if (name !== "children") start += attributeMarkup(name, props[name]);
  return VOID_ELEMENTS.has(tag) ? `${start}/>` : `${start}>${toMarkup(children)}</${tag}>`;
}

function attributeMarkup(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (name === "style") return ` style="${escaped(styleText(value))}"`;
  const written = ATTRIBUTE_NAMES[name] ?? name;
  if (written === name && !PLAIN_NAME.test(name)) throw new Error(`${name} cannot be written as text`);
  if (typeof value === "number") return ` ${written}="${value}"`;
  if (typeof value === "boolean") return booleanMarkup(written, value);
  if (typeof value !== "string") throw new Error(`${name} cannot be written as text`);
  if (name === "href" && !WITHIN_PRODUCT.test(value)) throw new Error(`${value} leads out of the product`);
  return ` ${written}="${escaped(value)}"`;
}

/** `aria-hidden` is a word; `hidden` and `open` are there or not. */
function booleanMarkup(name: string, value: boolean): string {
  if (/^(?:aria|data)-/.test(name)) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : "";
}

function styleText(style: unknown): string {
  if (typeof style !== "object" || style === null) throw new Error("style cannot be written as text");
  return Object.entries(style)
    .map(([name, value]) => {
      if (typeof value !== "string") throw new Error(`${name} needs its unit`);
      return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`;
    })
    .join(";");
}

function escaped(text: string): string {
  return /["'&<>]/.test(text) ? text.replace(/["'&<>]/g, (letter) => ENTITIES[letter] ?? letter) : text;
}
