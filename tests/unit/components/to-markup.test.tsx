import fc from "fast-check";
import Link from "next/link";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Sparkline } from "@/components/charts/sparkline";
import { toMarkup } from "@/components/ui/to-markup";
import { Written } from "@/components/ui/written";

function Greeting({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  return (
    <>
      <b className="num">{name}</b>
      {children}
    </>
  );
}

/** As JSX hands several children on: none needs a key. */
function inFragment(node: ReactNode): ReactNode {
  return Array.isArray(node) ? createElement(Fragment, null, ...node.map(inFragment)) : node;
}

/** What React writes, itself. */
function byReact(node: ReactNode): string {
  return renderToStaticMarkup(createElement(Fragment, null, node));
}

const WORDS = fc.string({ unit: fc.constantFrom(..."aạ<>&\"' ;=/\n\u0000-") });

const LEAVES = fc.oneof(WORDS, fc.integer(), fc.constantFrom(null, undefined, true, false, ""));

const { node: NODES } = fc.letrec<{ node: ReactNode; element: ReactNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, LEAVES, fc.array(tie("node"), { maxLength: 4 }), tie("element")),
  element: fc
    .tuple(
      fc.constantFrom("td", "th", "span", "li", "g", "polyline"),
      fc.record(
        {
          className: WORDS,
          title: WORDS,
          colSpan: fc.integer({ min: 1, max: 9 }),
          strokeWidth: fc.constantFrom("1", "1.25"),
          vectorEffect: fc.constant("non-scaling-stroke"),
          "aria-hidden": fc.boolean(),
          "data-row": WORDS,
          hidden: fc.boolean(),
          style: fc.record({ width: fc.constant("12.5%"), flexGrow: fc.constant("2") }, { requiredKeys: ["width"] }),
        },
        { requiredKeys: [] },
      ),
      tie("node"),
    )
    .map(([tag, attributes, children]) => createElement(tag, attributes, inFragment(children))),
}));

describe("what is written as text", () => {
  it("is what React would have drawn", () => {
    fc.assert(
      fc.property(NODES, (node) => {
        expect(toMarkup(inFragment(node))).toBe(byReact(inFragment(node)));
      }),
    );
  });

  it("asks functions what they draw", () => {
    const node = (
      <Greeting name="Xã <An Vinh>">
        <Sparkline values={[95, null, 97]} target={95} />
      </Greeting>
    );
    expect(toMarkup(node)).toBe(byReact(node));
    expect(toMarkup(node)).toContain("Xã &lt;An Vinh&gt;");
  });

  it("leads on by plain links, within the product only", () => {
    const link = (href: string) => (
      <Link href={href} prefetch={false} className="truncate">
        Huyện Tây Sơn
      </Link>
    );
    expect(toMarkup(link("/units/7?from=2020-01-01&to=2020-10-31"))).toBe(
      '<a href="/units/7?from=2020-01-01&amp;to=2020-10-31" class="truncate">Huyện Tây Sơn</a>',
    );
    for (const away of ["javascript:alert(1)", "https://example.org/", "//example.org/", "/\\example.org/"]) {
      expect(() => toMarkup(link(away))).toThrow();
    }
  });

  it.each<[string, () => ReactNode]>([
    ["an event", () => <button type="button" onClick={() => {}} />],
    ["markup handed in", () => <Written as="ul">{null}</Written>],
    ["an unknown name", () => createElement("b", { 'x="" onclick': "y" })],
    ["a promise", () => createElement(async () => null)],
    ["a component of the browser", () => createElement(Object.assign(() => null, { $$typeof: Symbol("reference") }))],
  ])("refuses %s", (_what, draw) => {
    expect(() => toMarkup(draw())).toThrow();
  });
});
