/** Attributes of an element as JSX hands them over. */
export type Props = Readonly<Record<string, unknown>>;

/** How JSX names an attribute, and how a document does; names in small letters are the same in both. */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  className: "class",
  dateTime: "datetime",
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

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Words as they stand in a document: between tags, or in an attribute. */
export function escaped(text: string): string {
  return /["'&<>]/.test(text) ? text.replace(/["'&<>]/g, (letter) => ENTITIES[letter] ?? letter) : text;
}

/** The attributes of an element, each after a space; null when one of them is not for a text: React must draw it. */
export function attributesText(props: Props): string | null {
  let text = "";
  for (const name in props) {
    const value = props[name];
    if (name === "children" || value === undefined || value === null) continue;
    const one = attributeText(name, value);
    if (one === null) return null;
    text += one;
  }
  return text;
}

function attributeText(name: string, value: unknown): string | null {
  if (name === "style") {
    const style = styleText(value);
    return style === null ? null : ` style="${escaped(style)}"`;
  }
  const written = ATTRIBUTE_NAMES[name] ?? name;
  if (written === name && !PLAIN_NAME.test(name)) return null;
  if (typeof value === "number") return ` ${written}="${value}"`;
  if (typeof value === "boolean") return booleanText(written, value);
  if (typeof value !== "string" || (name === "href" && !WITHIN_PRODUCT.test(value))) return null;
  return ` ${written}="${escaped(value)}"`;
}

/** `aria-hidden` is a word; `hidden` and `open` are there or not. */
function booleanText(name: string, value: boolean): string {
  if (/^(?:aria|data)-/.test(name)) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : "";
}

/** Of the styles in numbers, those that need no unit. */
const PLAIN_STYLES: ReadonlySet<string> = new Set(["flexGrow", "gridColumn", "gridRow", "opacity", "order", "zIndex"]);

function styleText(style: unknown): string | null {
  if (typeof style !== "object" || style === null) return null;
  const lines: string[] = [];
  for (const [name, value] of Object.entries(style)) {
    if (typeof value !== "string" && !(typeof value === "number" && PLAIN_STYLES.has(name))) return null;
    lines.push(`${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`);
  }
  return lines.join(";");
}
